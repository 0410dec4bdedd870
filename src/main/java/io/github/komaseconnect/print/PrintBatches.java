package io.github.komaseconnect.print;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.PrintJobs.Gathered;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers the invoices of a day that are to be printed, and has them printed together when it is time. Who waits for what is
 * in the ledger, so a moment that was missed is caught up. What comes back, after a busy printer for instance, is printed
 * together again as soon as it may.
 */
public final class PrintBatches {
    /** One PDF has no more invoices than this. */
    static final int MOST = 200;

    /** What comes back one by one after a trouble is waited for. */
    private static final Duration TOGETHER = Duration.ofSeconds(3);

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final PrintBatch batch;
    private final Duration pause;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    /** @param pause between two looks for a company whose printer or folder keeps it waiting */
    public PrintBatches(
            Companies companies, Ledger ledger, Archive archive, PrintBatch batch, Duration pause, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.batch = batch;
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether it may be printed by itself, now; one that goes with others waits for them from here on. */
    public boolean mayGo(Shipment shipment) {
        Optional<LocalTime> at = shipment.company().printing().batchAt();
        if (at.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        ledger.record(books -> books.deliveries()
                .find(shipment.delivery().id())
                .filter(row -> row.state() == DeliveryState.WAITING)
                .ifPresent(row -> {
                    gather(books, row, readyAt(books, row, at.get(), now));
                    giveBackProbe(books, row, now);
                }));
        return false;
    }

    /**
     * At the next daily print; one that was gathered, or began to fail, before a daily print that has passed goes with what is
     * printed next, and one that comes back at once.
     */
    private static Instant readyAt(Ledger.Books books, Delivery row, LocalTime at, Instant now) {
        if (row.attempts() > 0) {
            return now;
        }
        Instant since = row.failingSince().filter(now::isAfter).orElse(now);
        Instant next = BatchTimes.next(at, since);
        return books.printJobs()
                .gatheredBefore(row.id())
                .map(Gathered::readyAt)
                .filter(next::isAfter)
                .orElse(next);
    }

    /** Whoever waits shows nothing of a channel at rest: what is printed together may, in its place. */
    private static void giveBackProbe(Ledger.Books books, Delivery row, Instant now) {
        books.pauses()
                .find(row.company(), Channel.PRINT)
                .filter(pause -> pause.probeAt().isPresent())
                .ifPresent(pause -> books.pauses().set(pause.probing(now)));
    }

    private static void gather(Ledger.Books books, Delivery row, Instant readyAt) {
        books.deliveries().state(row.id(), DeliveryState.WAITING, Optional.empty(), row.failingSince());
        books.printJobs().gather(row.id(), row.company(), readyAt);
        Reason waiting = BatchReasons.waiting(readyAt);
        books.invoices().state(row.invoiceId(), InvoiceState.ON_ITS_WAY, Optional.of(waiting));
        books.events().add(row.invoiceId(), "gathered", waiting.dutch(), waiting.english());
    }

    /** Companies whose gathered invoices may be printed now. */
    public List<String> due() {
        Instant now = clock.instant();
        return ledger.reading(books -> books.printJobs().companiesGathering()).stream()
                .filter(key -> companies.find(key).isPresent() && !busy.contains(key))
                .filter(key -> !isTooEarly(notBefore.getOrDefault(key, Instant.MIN), now))
                .toList();
    }

    /** A moment farther away than any pause is one of a clock that was ahead. */
    private boolean isTooEarly(Instant notBefore, Instant now) {
        Duration longest = pause.compareTo(LONGEST_LOOK) > 0 ? pause : LONGEST_LOOK;
        return notBefore.isAfter(now) && !notBefore.isAfter(now.plus(longest));
    }

    /** Whether something is being printed together for the company. */
    public boolean isBusy(String companyKey) {
        return busy.contains(companyKey);
    }

    /** The deliveries that are being printed together now. */
    public Set<Long> inHand() {
        return batch.inHand();
    }

    /** Forgets when a company is looked at next. */
    public void forget(String companyKey) {
        notBefore.remove(companyKey);
    }

    /** Prints what a company has gathered and may print. */
    public void print(String companyKey) {
        if (!busy.add(companyKey)) {
            return;
        }
        try {
            companies.find(companyKey).ifPresent(this::print);
        } finally {
            busy.remove(companyKey);
        }
    }

    private void print(Company company) {
        Instant now = clock.instant();
        List<Gathered> waiting = tidied(company);
        if (waiting.isEmpty()) {
            batch.nothingWaits(company);
        }
        boolean comingIn = waiting.stream()
                .anyMatch(one ->
                        one.since().plus(TOGETHER).isAfter(now) && !one.since().isAfter(now));
        List<Gathered> ready = waiting.stream()
                .filter(one -> !readyAt(company, one).isAfter(now))
                .toList();
        if (ready.isEmpty() || comingIn || rests(company, now)) {
            notBefore.put(company.key(), now.plus(nextLook(company, waiting, now)));
            return;
        }
        Map<PrintWishes, List<Shipment>> groups = new LinkedHashMap<>();
        for (Shipment shipment : shipments(company, ready)) {
            groups.computeIfAbsent(wishes(shipment), any -> new ArrayList<>()).add(shipment);
        }
        notBefore.put(company.key(), now.plus(pause));
        for (Map.Entry<PrintWishes, List<Shipment>> group : groups.entrySet()) {
            List<Shipment> all = group.getValue();
            for (int from = 0; from < all.size(); from += MOST) {
                List<Shipment> some = all.subList(from, Math.min(from + MOST, all.size()));
                if (!batch.print(company, group.getKey(), some)) {
                    return;
                }
            }
        }
    }

    /** Not at every turn of the route: what waits for half past three need not be looked at each second. */
    private static Duration nextLook(Company company, List<Gathered> waiting, Instant now) {
        Duration wait = waiting.stream()
                .map(one -> Duration.between(now, readyAt(company, one)))
                .min(Duration::compareTo)
                .orElse(LONGEST_LOOK);
        Duration atMost = wait.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : wait;
        return atMost.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : atMost;
    }

    /** As it was told, or sooner where the time of the daily print was made earlier since. */
    private static Instant readyAt(Company company, Gathered one) {
        return company.printing()
                .batchAt()
                .map(at -> BatchTimes.next(at, one.since()))
                .filter(sooner -> sooner.isBefore(one.readyAt()))
                .orElse(one.readyAt());
    }

    /** In a spool folder nobody asks for a tray: there all go together. */
    private static PrintWishes wishes(Shipment shipment) {
        PrintWishes common = shipment.company().printing().wishes();
        return shipment.company().printing().printer().isPresent()
                ? shipment.delivery().destination().print().orElse(common)
                : common;
    }

    /** Gathered by a clock that was ahead: it waits for the next daily print of the clock as it is. */
    private Gathered byTheClock(Ledger.Books books, Company company, Gathered one) {
        Instant now = clock.instant();
        Optional<Instant> next = company.printing()
                .batchAt()
                .filter(at -> one.since().isAfter(now))
                .map(at -> BatchTimes.next(at, now))
                .filter(one.readyAt()::isAfter);
        if (next.isEmpty()) {
            return one;
        }
        books.printJobs().gather(one.deliveryId(), company.key(), next.get());
        return new Gathered(one.deliveryId(), now, next.get());
    }

    /** Those that still wait; where printing together was switched off, they go one by one. */
    private List<Gathered> tidied(Company company) {
        return ledger.inTransaction(books -> {
            List<Gathered> still = new ArrayList<>();
            for (Gathered gathered : books.printJobs().gathered(company.key())) {
                Gathered one = byTheClock(books, company, gathered);
                Optional<Delivery> row = books.deliveries()
                        .find(one.deliveryId())
                        .filter(found -> found.state() == DeliveryState.WAITING
                                && found.dueAt().isEmpty());
                if (row.isPresent() && company.printing().batchAt().isPresent()) {
                    still.add(one);
                    continue;
                }
                row.ifPresent(found -> books.deliveries()
                        .state(found.id(), found.state(), Optional.of(clock.instant()), found.failingSince()));
                books.printJobs().leave(one.deliveryId());
            }
            return still;
        });
    }

    private boolean rests(Company company, Instant now) {
        return ledger.reading(
                books -> books.pauses().find(company.key(), Channel.ALL).isPresent()
                        || books.pauses()
                                .find(company.key(), Channel.PRINT)
                                .flatMap(Pause::probeAt)
                                .filter(probe -> probe.isAfter(now))
                                .isPresent());
    }

    private List<Shipment> shipments(Company company, List<Gathered> ready) {
        return ledger.reading(books -> ready.stream()
                .flatMap(one -> books.deliveries().find(one.deliveryId()).stream())
                .map(delivery -> {
                    LedgerInvoice invoice =
                            books.invoices().find(delivery.invoiceId()).orElseThrow();
                    return Shipment.of(books, archive, company, invoice, delivery);
                })
                .sorted(Comparator.comparing(
                                (Shipment shipment) -> shipment.invoice().number())
                        .thenComparing(shipment -> shipment.invoice().id()))
                .toList());
    }
}
