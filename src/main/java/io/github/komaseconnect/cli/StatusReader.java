package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.print.BatchReasons;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the ledger for {@code status}, in many short transactions: a runtime beside it is never kept waiting. */
final class StatusReader {
    private static final Duration EVER = Duration.ofDays(36_500);
    private static final int MOST_DOUBTFUL = 10_000;
    private static final int AT_A_TIME = 200;
    /** Remarks on purchase invoices are nobody's task for ever. */
    private static final Duration REMARKED_WITHIN = Duration.ofDays(7);

    private final Ledger ledger;
    private final Runtimes runtimes;
    private final Clock clock;

    StatusReader(Ledger ledger, Runtimes runtimes, Clock clock) {
        this.ledger = ledger;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /**
     * What to read.
     *
     * @param company empty: all
     * @param limit at most this many recent invoices
     */
    record Question(Optional<String> company, StateFilter filter, Optional<Instant> since, int limit) {
        boolean isAbout(String other) {
            return company.isEmpty() || company.get().equals(other);
        }
    }

    /** Everything that status shows. */
    StatusReport read(Question question) {
        InvoiceQuery query = new InvoiceQuery(
                question.company(), question.filter().states(), question.since(), question.limit() + 1);
        List<LedgerInvoice> found = ledger.reading(books -> books.invoices().list(query));
        List<InvoiceLine> recent =
                lines(found).stream().filter(question.filter().lines()).toList();
        return new StatusReport(
                ledger.reading(books -> books.alarms().open()).stream()
                        .filter(alarm -> alarm.company().isEmpty() || question.isAbout(alarm.company()))
                        .toList(),
                ledger.reading(books -> books.pauses().all()).stream()
                        .filter(pause -> question.isAbout(pause.company()))
                        .toList(),
                ledger.reading(books -> books.invoices().counts(question.company(), question.since())),
                needing(question),
                recent.stream().limit(question.limit()).toList(),
                found.size() > question.limit(),
                ledger.reading(books -> books.orders().open()).stream()
                        .filter(order -> question.isAbout(order.company()))
                        .toList(),
                runtimes.sharing(ledger),
                ledger.reading(books -> books.folderMarks().environment()),
                onTheirWay(question, ReachRules.CONFIRMING),
                answers(question),
                ledger.reading(books -> books.hooks().traffic()).stream()
                        .filter(hooks -> question.isAbout(hooks.company()))
                        .toList(),
                onTheirWay(question, BatchReasons.WAITING),
                remarked(question),
                ledger.reading(books -> books.bounces().leftAlone()).stream()
                        .filter(left -> left.owner().isEmpty() || question.isAbout(left.owner()))
                        .toList());
    }

    private StatusReport.Remarked remarked(Question question) {
        Instant since = question.since().orElseGet(() -> clock.instant().minus(REMARKED_WITHIN));
        return new StatusReport.Remarked(
                since, ledger.reading(books -> books.remarks().counts(question.company(), since)));
    }

    private List<StatusReport.Answering> answers(Question question) {
        return ledger.reading(books -> books.responses().unsettled().stream()
                .filter(response -> question.isAbout(response.company()))
                .flatMap(response -> books.invoices().find(response.invoiceId()).stream()
                        .map(invoice -> new StatusReport.Answering(response, invoice)))
                .toList());
    }

    /** Those that are on their way and wait for this. */
    private List<InvoiceLine> onTheirWay(Question question, String code) {
        Set<InvoiceState> onTheirWay = EnumSet.of(InvoiceState.ON_ITS_WAY);
        return lines(ledger.reading(books -> books.invoices().inState(Direction.SALES, onTheirWay)).stream()
                .filter(invoice -> question.isAbout(invoice.company()))
                .filter(invoice -> invoice.reason()
                        .filter(reason -> reason.code().equals(code))
                        .isPresent())
                .toList());
    }

    /** Held, or in doubt and being looked up. */
    private List<InvoiceLine> needing(Question question) {
        Map<Long, LedgerInvoice> needing = new TreeMap<>();
        Set<InvoiceState> held = EnumSet.of(InvoiceState.HELD);
        for (Direction direction : Direction.values()) {
            ledger.reading(books -> books.invoices().inState(direction, held))
                    .forEach(invoice -> needing.put(invoice.id(), invoice));
        }
        for (Delivery delivery : doubtful()) {
            ledger.reading(books -> books.invoices().find(delivery.invoiceId()))
                    .ifPresent(invoice -> needing.put(invoice.id(), invoice));
        }
        return lines(needing.values().stream()
                .filter(invoice -> question.isAbout(invoice.company()))
                .toList());
    }

    private List<Delivery> doubtful() {
        Instant ever = clock.instant().plus(EVER);
        Set<SendingMethod> methods = EnumSet.allOf(SendingMethod.class);
        return ledger.reading(books -> books.deliveries().companiesDue(ever)).stream()
                .flatMap(
                        company -> ledger
                                .reading(books ->
                                        books.deliveries().due(company, ever, methods, List.of(), MOST_DOUBTFUL))
                                .stream())
                .filter(delivery -> delivery.state() == DeliveryState.IN_DOUBT)
                .toList();
    }

    private List<InvoiceLine> lines(List<LedgerInvoice> invoices) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int from = 0; from < invoices.size(); from += AT_A_TIME) {
            List<LedgerInvoice> some = invoices.subList(from, Math.min(from + AT_A_TIME, invoices.size()));
            lines.addAll(ledger.reading(books -> {
                Set<Long> remarked = remarked(books, some);
                return some.stream()
                        .map(invoice -> InvoiceLine.read(
                                books,
                                invoice,
                                remarked.contains(invoice.id())
                                        ? books.remarks().of(invoice.id())
                                        : List.of()))
                        .toList();
            }));
        }
        return lines;
    }

    private static Set<Long> remarked(Ledger.Books books, List<LedgerInvoice> invoices) {
        List<Long> purchases = invoices.stream()
                .filter(invoice -> invoice.direction() == Direction.PURCHASE)
                .map(LedgerInvoice::id)
                .toList();
        return books.remarks().among(purchases);
    }
}
