package io.github.komaseconnect.bounce;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.ledger.Bounces.Outcome;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The books of bounce mailboxes: which mails were dealt with, what they say, and whether the mailbox can be read. */
public final class BounceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BounceDesk.class);
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_WORDS = 600;
    /** After so many failures in a row people are told. */
    private static final int TELL_AFTER = 3;

    private final Companies companies;
    private final Optional<Mailbox> common;
    private final Ownership ownership;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final Clock clock;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /**
     * Of these companies.
     *
     * @param common the mailbox of the installation
     * @param ownership of several runtimes, one reads that
     */
    public BounceDesk(
            Companies companies,
            Optional<Mailbox> common,
            Ownership ownership,
            Ledger ledger,
            AlarmBell alarms,
            Clock clock) {
        this.companies = companies;
        this.common = common;
        this.ownership = ownership;
        this.ledger = ledger;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** The mailboxes that this runtime reads now. */
    public List<BounceMailbox> mailboxes() {
        List<BounceMailbox> mailboxes = new ArrayList<>();
        common.filter(box -> ownership.owns(Ownership.EVERYBODY))
                .ifPresent(box -> mailboxes.add(new BounceMailbox(Ownership.EVERYBODY, box)));
        for (Company company : companies.all()) {
            company.mailing().bounces().ifPresent(box -> mailboxes.add(new BounceMailbox(company.key(), box)));
        }
        return mailboxes;
    }

    /** The mails that were dealt with. */
    public Set<Long> known(BounceMailbox mailbox, String identity) {
        return Set.copyOf(ledger.reading(books -> books.bounces().knownMails(mailbox.owner(), identity)));
    }

    /** One that somebody read before this program saw the mailbox for the first time. */
    public void readBefore(BounceMailbox mailbox, String identity, long uid) {
        ledger.record(books -> books.bounces().mail(mailbox.owner(), identity, uid, Outcome.READ_BEFORE, ""));
    }

    /** It cannot be read: left alone. */
    public void unreadable(BounceMailbox mailbox, String identity, long uid, String subject, String fault) {
        LOG.warn("A mail in {} cannot be read: {}", mailbox.box().place(), OneLine.of(fault, LONGEST_SUBJECT));
        ledger.record(books -> books.bounces()
                .mail(mailbox.owner(), identity, uid, Outcome.LEFT, OneLine.of(subject, LONGEST_SUBJECT)));
    }

    /**
     * Deals with a mail: when this returns, what it says is recorded, and also that it need not be read again.
     *
     * @param identity of the mailbox, with its UIDVALIDITY
     * @return whether it is about a mail of ours, so that it may be marked
     */
    public boolean take(BounceMailbox mailbox, String identity, long uid, ReturnedMail mail) {
        return ledger.inTransaction(books -> {
            Optional<Delivery> delivery = mail.kind().flatMap(kind -> find(books, mailbox, mail));
            delivery.ifPresent(found -> books.bounces()
                    .add(new Bounce(
                            0,
                            found.company(),
                            found.id(),
                            mail.kind().orElseThrow(),
                            mail.recipients(),
                            OneLine.of(mail.words(), LONGEST_WORDS),
                            clock.instant())));
            books.bounces()
                    .mail(
                            mailbox.owner(),
                            identity,
                            uid,
                            delivery.isPresent() ? Outcome.TAKEN : Outcome.LEFT,
                            OneLine.of(mail.subject(), LONGEST_SUBJECT));
            return delivery.isPresent();
        });
    }

    private static Optional<Delivery> find(Ledger.Books books, BounceMailbox mailbox, ReturnedMail mail) {
        return mail.messageIds().stream()
                .flatMap(id -> SentMails.find(books, id).stream())
                .filter(delivery -> mailbox.isFor(delivery.company()))
                .findFirst();
    }

    /** The mailbox was read to its end. */
    public void works(BounceMailbox mailbox) {
        failures.remove(mailbox.owner());
        alarms.clear(mailbox.cause());
    }

    /** The mailbox cannot be read now; people are told when it goes on. */
    public void fails(BounceMailbox mailbox, String fault) {
        Reason reason = mailbox.unreadable(fault);
        LOG.warn("{}: {}", mailbox.owner().isEmpty() ? "komas-econnect" : mailbox.owner(), reason.dutch());
        if (failures.merge(mailbox.owner(), 1, Integer::sum) >= TELL_AFTER) {
            alarms.raise(mailbox.cause(), mailbox.owner(), reason, "");
        }
    }
}
