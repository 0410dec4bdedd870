package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.ledger.HookEvent;
import io.github.komaseconnect.ledger.HookEvent.State;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.IdentifierReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes what was taken in, from the ledger, for the companies that are in hand. Each event becomes done in the
 * transaction that does what follows from it, so that a crash leaves it to be processed; and whatever it says may have been
 * said before, or be overtaken by what came earlier.
 */
public final class HookDesk {
    private static final Logger LOG = LoggerFactory.getLogger(HookDesk.class);
    private static final int AT_A_TIME = 50;
    /** What was not fetched in this time is gone at eConnect: it is of no use to hear of it any more. */
    private static final Duration KEPT_BY_ECONNECT = Duration.ofDays(90);

    /** Topics about what was sent; those that nobody takes yet are kept. */
    static final Set<String> ABOUT_SENDING = Set.of(
            "InvoiceSent",
            "InvoiceSentError",
            "InvoiceSentRetry",
            "InvoiceResponseReceived",
            "MessageLevelStatusReceived");

    private final Companies companies;
    private final Ledger ledger;
    private final List<HookTopics> takers;
    private final ReceivedHooks received;
    private final HooksAboutHooks aboutHooks;
    private final RetryPolicy policy;
    private final Clock clock;
    private final HookReader reader = new HookReader();

    /**
     * @param takers who takes what is told about sending
     * @param policy how soon, and for how long, what cannot be taken yet is offered again
     */
    public HookDesk(
            Companies companies,
            Ledger ledger,
            Arrivals arrivals,
            List<HookTopics> takers,
            RetryPolicy policy,
            Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.takers = List.copyOf(takers);
        this.received = new ReceivedHooks(arrivals);
        this.aboutHooks = new HooksAboutHooks();
        this.policy = policy;
        this.clock = clock;
    }

    /** What is to be processed now, a few of each company. */
    public List<HookEvent> take() {
        Instant now = clock.instant();
        Instant beyond = now.plus(policy.longest());
        List<HookEvent> due = new ArrayList<>();
        for (String company : ledger.reading(books -> books.hooks().companiesDue(now, beyond))) {
            if (companies.find(company).isPresent()) {
                due.addAll(ledger.reading(books -> books.hooks().due(company, now, beyond, AT_A_TIME)));
            }
        }
        return due;
    }

    /**
     * A company came in hand, perhaps with other settings: what was kept for it until somebody would take it, or held because
     * it was said of another party than the company's, is processed now. What still is of another party is held again.
     */
    public void wake(String company) {
        Set<String> topics = new HashSet<>();
        takers.forEach(taker -> topics.addAll(taker.topics()));
        int woken = ledger.inTransaction(books -> books.hooks().wake(company, topics)
                + books.hooks()
                        .wakeHeld(
                                company,
                                HookReasons.OTHER_PARTY,
                                clock.instant().minus(KEPT_BY_ECONNECT)));
        if (woken > 0) {
            LOG.info("{}: {} bewaarde hooks worden alsnog verwerkt", company, woken);
        }
    }

    /** Processes one; does nothing when that was done meanwhile. */
    public void process(HookEvent event) {
        companies
                .find(event.company())
                .ifPresent(company -> ledger.record(books -> books.hooks()
                        .find(event.id())
                        .filter(current -> current.state() == State.WAITING)
                        .ifPresent(current -> process(books, company, current))));
    }

    private void process(Ledger.Books books, Company company, HookEvent event) {
        HookReading reading = reader.read(event.body());
        if (reading instanceof HookReading.Broken broken) {
            hold(books, event, HookCause.UNREADABLE, HookReasons.unreadable(event.id(), broken.why()));
            return;
        }
        HookMessage message = ((HookReading.Readable) reading).message();
        Optional<HookTopics> taker = takers.stream()
                .filter(one -> one.topics().contains(message.topic()))
                .findFirst();
        if (isAboutAnother(company, message)) {
            hold(books, event, HookCause.OTHER_PARTY, HookReasons.otherParty(message.partyId(), company.partyId()));
        } else if (received.isAbout(message)) {
            settle(books, event, received.take(books, company, message, event.receivedAt()));
        } else if (aboutHooks.isAbout(message)) {
            aboutHooks.take(books, company, message);
            settle(books, event, Optional.empty());
        } else if (taker.isPresent()) {
            offer(books, company, event, message, taker.get());
        } else if (ABOUT_SENDING.contains(message.topic())) {
            books.hooks().finish(event.id(), State.KEPT, Optional.empty());
        } else {
            LOG.info("{}: hook met onbekend onderwerp {} bewaard en verder genegeerd", event.company(), event.topic());
            books.hooks().finish(event.id(), State.IGNORED, Optional.of(HookReasons.unknownTopic(event.topic())));
        }
    }

    /** eConnect writes a party in more ways than one. */
    private static boolean isAboutAnother(Company company, HookMessage message) {
        String party = new IdentifierReader()
                .read(message.partyId(), "")
                .usable()
                .map(ElectronicAddress::partyId)
                .orElse(message.partyId());
        return !party.isBlank() && !company.partyId().isEmpty() && !party.equals(company.partyId());
    }

    /** Done, or held for the reason given. */
    private static void settle(Ledger.Books books, HookEvent event, Optional<Reason> trouble) {
        if (trouble.isPresent()) {
            hold(books, event, HookCause.UNREADABLE, trouble.get());
        } else {
            books.hooks().finish(event.id(), State.DONE, Optional.empty());
        }
    }

    private static void hold(Ledger.Books books, HookEvent event, HookCause cause, Reason reason) {
        LOG.warn("{}: {}", event.company(), reason.dutch());
        books.hooks().finish(event.id(), State.HELD, Optional.of(reason));
        books.alarms().raise(cause.of(event.company()), event.company(), reason, Optional.of("hook " + event.id()));
    }

    private void offer(Ledger.Books books, Company company, HookEvent event, HookMessage message, HookTopics taker) {
        Instant now = clock.instant();
        if (taker.take(books, company, message, event.receivedAt()) == HookTopics.Taking.TAKEN) {
            settle(books, event, Optional.empty());
        } else if (DueTime.isAtLeast(policy.giveUpAfter(), event.receivedAt(), now)) {
            LOG.info("{}: hook {} gaat over niets dat hier bekend is", event.company(), event.topic());
            books.hooks().finish(event.id(), State.IGNORED, Optional.of(HookReasons.notOurs(event.documentId())));
        } else {
            later(books, event);
        }
    }

    private void later(Ledger.Books books, HookEvent event) {
        int tries = event.tries() + 1;
        books.hooks().later(event.id(), clock.instant().plus(policy.delay(tries)), tries);
    }

    /** Processing failed in a way that nobody expected: tried again later, and other events do not wait for it. */
    public void failed(HookEvent event, Exception failure) {
        if (failure instanceof LedgerUnavailableException) {
            // it is still due, and whoever finds the ledger unusable says so
            return;
        }
        LOG.error("{}: hook {} {}", event.company(), event.id(), event.topic(), failure);
        ledger.record(books -> {
            later(books, event);
            books.alarms()
                    .raise(
                            HookCause.UNEXPECTED.of(event.company()),
                            event.company(),
                            HookReasons.unexpected(failure.toString()),
                            Optional.of("hook " + event.id()));
        });
    }
}
