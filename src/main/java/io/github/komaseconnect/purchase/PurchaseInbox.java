package io.github.komaseconnect.purchase;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.configuration.GlobalSettings.ReceiveSettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the list of received documents of a company from where it was read last, with an overlap, and records every
 * document in the ledger before the watermark passes it. From there on the ledger, not the list, says what is to be done.
 */
public final class PurchaseInbox {
    /** After so many failures in a row people are told; a moment's trouble is nobody's concern. */
    static final int TELL_AFTER = 4;

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseInbox.class);
    private static final int MOST_PAGES = 10_000;

    private final Companies companies;
    private final Connections connections;
    private final Ledger ledger;
    private final Listed listed;
    private final GatewayProbe probe;
    private final Channels channels;
    private final AlarmBell alarms;
    private final ReceiveSettings settings;
    private final DeliverySettings retries;
    private final Clock clock;
    private final RefreshAttempts attempts = new RefreshAttempts();

    /** Lists for these companies; {@code retries} says how soon a list that failed is read again. */
    public PurchaseInbox(
            Companies companies,
            Connections connections,
            Ledger ledger,
            Channels channels,
            AlarmBell alarms,
            ReceiveSettings settings,
            DeliverySettings retries,
            Clock clock) {
        this.companies = companies;
        this.connections = connections;
        this.ledger = ledger;
        this.listed = new Listed(ledger, clock);
        this.probe = new GatewayProbe(connections, ledger, channels, clock);
        this.channels = channels;
        this.alarms = alarms;
        this.settings = settings;
        this.retries = retries;
        this.clock = clock;
    }

    /** Reads the list of one company; trouble is recorded and answered, not thrown. */
    public Listing list(String companyKey) {
        if (companies.find(companyKey).isEmpty()) {
            return Listing.failed(companyKey, PurchaseReasons.noSuchCompany(companyKey));
        }
        Optional<Pause> pause = pause(companyKey);
        if (pause.isPresent()) {
            return Listing.failed(companyKey, PurchaseReasons.paused(pause.get()));
        }
        Optional<Reason> rest = restAskedFor(companyKey);
        if (rest.isPresent()) {
            return Listing.failed(companyKey, rest.get());
        }
        if (!attempts.begin(companyKey)) {
            return Listing.failed(companyKey, PurchaseReasons.refreshingAlready());
        }
        try {
            // asked again now that it counts as busy: one that goes is not begun with
            return companies
                    .find(companyKey)
                    .map(this::read)
                    .orElseGet(() -> Listing.failed(companyKey, PurchaseReasons.noSuchCompany(companyKey)));
        } finally {
            attempts.end(companyKey);
        }
    }

    /** Whether the list of the company is being read. */
    public boolean isBusy(String companyKey) {
        return attempts.isBusy(companyKey);
    }

    /** Forgets how reading the list of a company went that has gone. */
    public void forget(String companyKey) {
        attempts.succeeded(companyKey);
    }

    /**
     * A moment of the schedule has come: that the list is wanted is recorded, for the runtime that works for the company.
     *
     * @return the company when that is this runtime
     */
    public List<String> want(String companyKey) {
        ledger.record(books -> books.receipts().wantRefresh(companyKey, clock.instant()));
        return companies.find(companyKey).map(Company::key).stream().toList();
    }

    /**
     * Companies whose list is to be read although no schedule says so here and now: its moment came in another runtime, or
     * was missed, or reading it failed.
     */
    public List<String> overdue() {
        Instant now = clock.instant();
        Set<String> wanted = Set.copyOf(ledger.reading(books -> books.receipts().refreshesWanted()));
        Map<String, Watermark> marks = ledger.reading(books -> books.receipts().watermarks());
        return companies.all().stream()
                .filter(company -> isOverdue(company, Optional.ofNullable(marks.get(company.key())), now, wanted))
                .map(Company::key)
                .filter(key -> pause(key).isEmpty() && restAskedFor(key).isEmpty())
                .toList();
    }

    private boolean isOverdue(Company company, Optional<Watermark> read, Instant now, Set<String> wanted) {
        if (attempts.isBusy(company.key())) {
            return false;
        }
        if (wanted.contains(company.key())) {
            return true;
        }
        return attempts.failure(company.key())
                .map(failed -> DueTime.hasCome(failed.nextAt(), now, longestWait()))
                .orElseGet(() -> read.filter(mark -> RefreshSchedule.of(company).missed(mark.refreshedAt(), now))
                        .isPresent());
    }

    private Duration longestWait() {
        Duration longest = retries.retryMaxDelay();
        return retries.probe().compareTo(longest) > 0 ? retries.probe() : longest;
    }

    private Optional<Pause> pause(String companyKey) {
        return ledger.reading(books -> books.pauses().find(companyKey, Channel.ALL));
    }

    private Optional<Reason> restAskedFor(String companyKey) {
        return ledger.reading(books -> channels.restAskedFor(books, companyKey));
    }

    private Listing read(Company company) {
        Instant began = clock.instant();
        Optional<Watermark> before = ledger.inTransaction(books -> {
            books.receipts().refreshBegun(company.key());
            return books.receipts().watermark(company.key());
        });
        Optional<Gateway> gateway = company.listedBy();
        if (gateway.isEmpty()) {
            return nothingToList(company, before, began);
        }
        InboxStart start = InboxStart.of(company, before, settings.overlap());
        Instant newest = before.map(Watermark::createdOn).or(start::from).orElse(Instant.EPOCH);
        Set<String> pages = new HashSet<>();
        Optional<String> page = Optional.empty();
        List<Long> added = new ArrayList<>();
        do {
            Reply<ListPage> reply = connections.of(company, gateway.get()).inbox(start.from(), page);
            if (!(reply instanceof Reply.Done<ListPage> done)) {
                return failed(company, gateway.get(), reply);
            }
            added.addAll(listed.record(company, gateway.get(), done.value().entries(), start));
            for (InboxEntry entry : done.value().entries()) {
                newest = later(newest, entry.createdOn(), began);
            }
            page = done.value().nextPage();
        } while (page.isPresent() && pages.size() < MOST_PAGES && pages.add(page.get()));
        return page.isEmpty()
                ? complete(company, gateway.get(), newest, added)
                : failed(company, gateway.get(), new Reply.Temporary<>(PurchaseReasons.endlessList()));
    }

    /** A document from the future must not take the watermark there: those of today would never be seen. */
    private static Instant later(Instant newest, Instant createdOn, Instant began) {
        return createdOn.isAfter(newest) && !createdOn.isAfter(began) ? createdOn : newest;
    }

    /** Only hooks tell what arrives: there is nothing to do here, and that was done in time. */
    private Listing nothingToList(Company company, Optional<Watermark> before, Instant now) {
        probe.ask(company);
        Instant newest = before.map(Watermark::createdOn).orElse(Instant.EPOCH);
        ledger.record(books -> {
            books.receipts().watermark(company.key(), newest, now);
            ReceivedBefore.forget(books, company.key(), now);
        });
        attempts.succeeded(company.key());
        alarms.clear(cause(company));
        return Listing.none(company.key());
    }

    private Listing complete(Company company, Gateway gateway, Instant newest, List<Long> added) {
        if (gateway != company.gateway()) {
            probe.ask(company);
        }
        ledger.record(books -> {
            Instant now = clock.instant();
            books.receipts().watermark(company.key(), newest, now);
            ReceivedBefore.forget(books, company.key(), now);
            if (gateway == company.gateway()) {
                works(books, company, now);
            }
        });
        attempts.succeeded(company.key());
        alarms.clear(cause(company));
        if (!added.isEmpty()) {
            LOG.info("{}: {} nieuwe documenten bij eConnect", company.key(), added.size());
        }
        return Listing.of(company.key(), added);
    }

    /** The list came, so the company's gateway works, as far as a list can show it. */
    private void works(Ledger.Books books, Company company, Instant now) {
        books.pauses()
                .find(company.key(), Channel.ECONNECT)
                .filter(pause -> !PurchaseReasons.onlyForOneKindOfCall(pause.reasonCode()))
                .ifPresent(pause -> channels.works(books, company.key(), Channel.ECONNECT));
        // what was refused to a document is tried by a document; with none waiting, the list is all there is to
        // fetch
        if (books.pauses().find(company.key(), Channel.RECEIVING).isPresent()
                && books.receipts().countDue(company.key(), now) == 0) {
            channels.works(books, company.key(), Channel.RECEIVING);
        }
    }

    private Listing failed(Company company, Gateway gateway, Reply<ListPage> reply) {
        Reason reason = PurchaseReasons.of(reply);
        int failures = attempts.failures(company.key()) + 1;
        // the company's other work does not depend on a gateway that it used before
        boolean inUse = gateway == company.gateway();
        boolean blocked = inUse && reply instanceof Reply.Blocked<ListPage>;
        attempts.failed(
                company.key(),
                clock.instant()
                        .plus(
                                blocked
                                        ? retries.probe()
                                        : RetryPolicy.of(retries).delay(failures)));
        if (blocked) {
            Channel channel =
                    PurchaseReasons.onlyForOneKindOfCall(reason.code()) ? Channel.RECEIVING : Channel.ECONNECT;
            ledger.record(books -> channels.block(
                    books, company.key(), channel, reason, Optional.of("inkoopfacturen ophalen / purchase invoices")));
            alarms.clear(cause(company));
        } else if (failures >= TELL_AFTER) {
            alarms.raise(
                    cause(company),
                    company.key(),
                    inUse ? PurchaseReasons.refreshFails(reason) : PurchaseReasons.formerListFails(company, reason),
                    "");
        }
        reply.restAskedFor()
                .filter(time -> inUse)
                .ifPresent(time ->
                        ledger.record(books -> channels.rest(books, company.key(), Channel.ECONNECT, reason, time)));
        LOG.warn("{}: ophalen is niet gelukt: {}", company.key(), reason.dutch());
        return Listing.failed(company.key(), reason);
    }

    private static String cause(Company company) {
        return "refresh/" + company.key();
    }
}
