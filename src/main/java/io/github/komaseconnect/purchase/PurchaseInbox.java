package io.github.komaseconnect.purchase;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.GlobalSettings.ReceiveSettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the list of received documents of a company from where it was read last, with an overlap, and records every
 * document in the ledger before the watermark passes it. From there on the ledger, not the list, says what is to be done.
 */
public final class PurchaseInbox {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseInbox.class);
    private static final int MOST_PAGES = 10_000;

    private final Companies companies;
    private final Map<String, EConnect> connections;
    private final Ledger ledger;
    private final Channels channels;
    private final AlarmBell alarms;
    private final ReceiveSettings settings;
    private final Clock clock;
    /** One list at a time for a company: the schedule, the start and a person may ask at once. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Lists for these companies. */
    public PurchaseInbox(
            Companies companies,
            Map<String, EConnect> connections,
            Ledger ledger,
            Channels channels,
            AlarmBell alarms,
            ReceiveSettings settings,
            Clock clock) {
        this.companies = companies;
        this.connections = Map.copyOf(connections);
        this.ledger = ledger;
        this.channels = channels;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads the list of one company; trouble is recorded and answered, not thrown. */
    public Listing list(String companyKey) {
        Company company = companies.get(companyKey);
        boolean paused = ledger.inTransaction(
                books -> books.pauses().find(companyKey, Channel.ALL).isPresent());
        if (paused) {
            return Listing.failed(companyKey, "Het bedrijf is gepauzeerd.", "The company is paused.");
        }
        if (!busy.add(companyKey)) {
            return Listing.failed(companyKey, "Er wordt al ververst.", "A refresh is going on already.");
        }
        try {
            return read(company);
        } finally {
            busy.remove(companyKey);
        }
    }

    private Listing read(Company company) {
        Optional<Watermark> before =
                ledger.inTransaction(books -> books.receipts().watermark(company.key()));
        InboxStart start = InboxStart.of(company, before, settings.overlap());
        Instant newest = before.map(Watermark::createdOn).orElse(Instant.EPOCH);
        Optional<String> page = Optional.empty();
        int added = 0;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Reply<ListPage> reply = connections.get(company.key()).inbox(start.from(), page);
            if (!(reply instanceof Reply.Done<ListPage> done)) {
                return failed(company, reply);
            }
            added += record(company, done.value().entries(), start);
            for (InboxEntry entry : done.value().entries()) {
                newest = entry.createdOn().isAfter(newest) ? entry.createdOn() : newest;
            }
            page = done.value().nextPage();
            if (page.isEmpty()) {
                return complete(company, newest, added);
            }
        }
        return Listing.failed(
                company.key(), "De lijst bij eConnect houdt niet op.", "The list at eConnect does not end.");
    }

    private Listing complete(Company company, Instant newest, int added) {
        ledger.record(books -> {
            books.receipts().watermark(company.key(), newest, clock.instant());
            books.pauses()
                    .find(company.key(), Channel.ECONNECT)
                    .filter(pause -> !pause.reasonCode().equals("econnect.no-permission"))
                    .ifPresent(pause -> channels.works(books, company.key(), Channel.ECONNECT));
        });
        alarms.clear(cause(company));
        if (added > 0) {
            LOG.info("{}: {} nieuwe documenten bij eConnect", company.key(), added);
        }
        return new Listing(company.key(), added, Optional.empty());
    }

    /** Documents not known yet get a row; those already downloaded by somebody before the first run are only recorded. */
    private int record(Company company, List<InboxEntry> entries, InboxStart start) {
        List<String> ids = entries.stream().map(InboxEntry::externalId).toList();
        return ledger.inTransaction(books -> {
            Collection<String> known = books.receipts().known(company.key(), ids);
            int added = 0;
            for (InboxEntry entry : entries) {
                if (!known.contains(entry.externalId())) {
                    boolean skip = !start.fetches(entry);
                    add(books, company, entry, skip ? InvoiceState.SKIPPED : InvoiceState.LISTED);
                    added += skip ? 0 : 1;
                }
            }
            return added;
        });
    }

    private void add(Ledger.Books books, Company company, InboxEntry entry, InvoiceState state) {
        long id = books.invoices()
                .add(new NewInvoice(
                        company.key(),
                        Direction.PURCHASE,
                        Optional.empty(),
                        entry.externalId(),
                        "",
                        "",
                        entry.subject(),
                        "",
                        false,
                        false,
                        Place.NOWHERE,
                        "",
                        "",
                        state,
                        false));
        boolean skipped = state == InvoiceState.SKIPPED;
        books.receipts()
                .add(
                        id,
                        company.key(),
                        entry.externalId(),
                        entry.createdOn(),
                        skipped ? Optional.empty() : Optional.of(clock.instant()));
        if (skipped) {
            books.invoices().state(id, state, Optional.of(PurchaseReasons.downloadedBefore()));
        }
        String sender = entry.senderName().isEmpty() ? "" : " van " + entry.senderName();
        String from = entry.senderName().isEmpty() ? "" : " from " + entry.senderName();
        books.events()
                .add(
                        id,
                        "listed",
                        "Gezien bij eConnect: " + entry.subject() + sender,
                        "Seen at eConnect: " + entry.subject() + from);
    }

    private Listing failed(Company company, Reply<ListPage> reply) {
        Reason reason = PurchaseReasons.of(reply);
        if (reply instanceof Reply.Blocked<ListPage>) {
            ledger.record(books -> channels.block(
                    books, company.key(), Channel.ECONNECT, reason, Optional.of("inkoopfacturen ophalen")));
        } else {
            alarms.raise(cause(company), company.key(), PurchaseReasons.refreshFails(reason), "");
        }
        LOG.warn("{}: ophalen is niet gelukt: {}", company.key(), reason.dutch());
        return new Listing(company.key(), 0, Optional.of(reason));
    }

    private static String cause(Company company) {
        return "refresh/" + company.key();
    }

    /**
     * What reading a list gave.
     *
     * @param found how many new documents
     * @param trouble why the list could not be read to its end
     */
    public record Listing(String company, int found, Optional<Reason> trouble) {
        static Listing failed(String company, String dutch, String english) {
            return new Listing(company, 0, Optional.of(Reason.of("refresh.not-now", dutch, english)));
        }
    }
}
