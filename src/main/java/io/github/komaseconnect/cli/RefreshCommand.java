package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code refresh [COMPANY…]}: fetch new purchase invoices now. */
@Command(
        name = "refresh",
        description = "Nu nieuwe inkoopfacturen ophalen, zoals Actualiseren in Komas"
                + " (fetch new purchase invoices now, as Refresh in Komas does).")
final class RefreshCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 1000;

    private final Surroundings surroundings;
    private final HomeOption home;
    private final LedgerAccess ledgers;

    @Parameters(
            arity = "0..*",
            paramLabel = "BEDRIJF",
            description = "Sleutels van bedrijven; zonder: alle (keys of companies; without: all).")
    private List<String> typed = List.of();

    RefreshCommand(Surroundings surroundings, HomeOption home, LedgerAccess ledgers) {
        this.surroundings = surroundings;
        this.home = home;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        Installation installation = home.installation();
        Set<String> companies = companies(installation);
        if (!installation.isRunning()) {
            throw CommandFailure.failed(
                    "Er draait nu geen run, dus er is niemand die ophaalt. Start: komas-econnect run (dat haalt meteen op).",
                    "No run is going on now, so nobody can fetch. Start: komas-econnect run (it fetches at once).");
        }
        try (Ledger ledger = ledgers.openForOrders(installation).orElseThrow(OrderGiving::neverRan)) {
            RefreshWatch watch = new RefreshWatch(surroundings, installation, ledger);
            List<WorkOrder> finished = watch.refresh(companies);
            finished.stream()
                    .filter(order -> order.outcome() == WorkOrder.Outcome.DONE)
                    .forEach(order -> whatCame(ledger, order));
            boolean allDone = finished.size() == companies.size()
                    && finished.stream().allMatch(order -> order.outcome() == WorkOrder.Outcome.DONE);
            return allDone ? 0 : CommandFailure.FAILED;
        }
    }

    private Set<String> companies(Installation installation) {
        if (!typed.isEmpty()) {
            typed.forEach(installation::requireRunnableCompany);
            return new LinkedHashSet<>(typed);
        }
        List<String> all = installation.configuration().companies().stream()
                .map(Company::key)
                .toList();
        if (all.isEmpty()) {
            throw CommandFailure.usage(
                    "Er is geen bedrijf dat kan draaien; komas-econnect check zegt waarom.",
                    "There is no company that can run; komas-econnect check says why.");
        }
        return new LinkedHashSet<>(all);
    }

    private void whatCame(Ledger ledger, WorkOrder order) {
        InvoiceQuery query =
                new InvoiceQuery(Optional.of(order.company()), Set.of(), Optional.of(order.placedAt()), MOST_SHOWN);
        List<LedgerInvoice> came = ledger.reading(books -> books.invoices().list(query)).stream()
                .filter(invoice -> invoice.direction() == Direction.PURCHASE
                        && !invoice.createdAt().isBefore(order.placedAt()))
                .sorted(Comparator.comparingLong(LedgerInvoice::id))
                .toList();
        if (came.isEmpty()) {
            return;
        }
        Table table = new Table()
                .column("id", "id", Table.Side.RIGHT, Integer.MAX_VALUE)
                .column("bedrijf", "company")
                .column("leverancier", "supplier", Table.Side.LEFT, 40)
                .column("nummer", "number", Table.Side.LEFT, 30)
                .column("bedrag", "amount", Table.Side.RIGHT, Integer.MAX_VALUE)
                .column("toestand", "state");
        came.forEach(invoice -> table.row(
                Long.toString(invoice.id()),
                invoice.company(),
                invoice.party(),
                invoice.label(),
                Amounts.shown(invoice),
                invoice.state().dutch()));
        surroundings.terminal().table(table);
    }
}
