package io.github.komaseconnect.hook;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.ledger.HookMail;
import io.github.komaseconnect.ledger.HookMail.Outcome;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The books of hook mailboxes: which mails were dealt with, what came of them, and whether the mailbox can be read. */
public final class MailboxDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxDesk.class);
    private static final int LONGEST = 300;
    /** After so many failures in a row people are told. */
    private static final int TELL_AFTER = 3;

    private final Companies companies;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final MailedInvoices invoices;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /** Of these companies. */
    public MailboxDesk(Companies companies, Ledger ledger, AlarmBell alarms, MailedInvoices invoices) {
        this.companies = companies;
        this.ledger = ledger;
        this.alarms = alarms;
        this.invoices = invoices;
    }

    /** The companies in hand that have a mailbox. */
    public List<Company> companies() {
        return companies.all().stream()
                .filter(company -> company.hooks().mailbox().isPresent())
                .toList();
    }

    /** The mails of this mailbox that were dealt with. */
    public Set<Long> known(Company company, String mailbox) {
        return Set.copyOf(ledger.reading(books -> books.hooks().knownMails(company.key(), mailbox)));
    }

    /**
     * Deals with a mail: when this returns, its invoices are safe, and it is recorded that the mail need not be read again.
     *
     * @param mailbox with its UIDVALIDITY
     * @return whether invoices were taken, so that the mail may be marked
     * @throws IOException when it is to be offered again
     */
    public boolean take(Company company, String mailbox, long uid, ReceivedMail mail) throws IOException {
        MailVerdict verdict = invoices.take(company, mail);
        if (verdict instanceof MailVerdict.Taken taken) {
            record(company, mailbox, uid, mail.sender(), mail.subject(), Outcome.TAKEN, Reason.of("", "", ""));
            LOG.info("{}: {} factuur/facturen uit een mail van {}", company.key(), taken.invoices(), mail.sender());
            return true;
        }
        if (verdict instanceof MailVerdict.Left left) {
            leave(company, mailbox, uid, mail.sender(), mail.subject(), left.reason());
        } else if (verdict instanceof MailVerdict.NotForUs other) {
            LOG.info("{}: {}", company.key(), other.reason().dutch());
            record(company, mailbox, uid, mail.sender(), mail.subject(), Outcome.LEFT, other.reason());
        }
        return false;
    }

    /** A mail that cannot be read, or is too large: left where it is, and told once. */
    public void unreadable(Company company, String mailbox, long uid, String subject, String fault) {
        leave(company, mailbox, uid, "", subject, MailReasons.notReadable(subject, fault));
    }

    /** One that somebody read before this program saw the mailbox for the first time. */
    public void readBefore(Company company, String mailbox, long uid) {
        record(
                company,
                mailbox,
                uid,
                "",
                "",
                Outcome.LEFT,
                Reason.of("hook.mail-read", "al gelezen", "read by somebody before"));
    }

    private void leave(Company company, String mailbox, long uid, String sender, String subject, Reason reason) {
        record(company, mailbox, uid, sender, subject, Outcome.LEFT, reason);
        alarms.raise(HookCause.MAIL.of(company.key()), company.key(), reason, OneLine.of(subject, LONGEST));
    }

    private void record(
            Company company, String mailbox, long uid, String sender, String subject, Outcome outcome, Reason reason) {
        ledger.record(books -> books.hooks()
                .mail(new HookMail(
                        company.key(),
                        mailbox,
                        uid,
                        outcome,
                        OneLine.of(sender, LONGEST),
                        OneLine.of(subject, LONGEST),
                        reason.dutch(),
                        reason.english())));
    }

    /** Why a mailbox is not read now. */
    public static Reason unreadable(HookMailbox mailbox, String fault) {
        return MailReasons.mailbox(mailbox, fault);
    }

    /** The mailbox was read to its end. */
    public void works(Company company) {
        failures.remove(company.key());
        alarms.clear(HookCause.MAILBOX.of(company.key()));
    }

    /** The mailbox cannot be read now; people are told when it goes on. */
    public void fails(Company company, String fault) {
        HookMailbox mailbox = company.hooks().mailbox().orElseThrow();
        Reason reason = unreadable(mailbox, fault);
        LOG.warn("{}: {}", company.key(), reason.dutch());
        if (failures.merge(company.key(), 1, Integer::sum) >= TELL_AFTER) {
            alarms.raise(HookCause.MAILBOX.of(company.key()), company.key(), reason, "");
        }
    }
}
