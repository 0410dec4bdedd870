package io.github.komaseconnect.demo;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far the invoices of one company of the demo are, as the ledger tells.
 *
 * @param sales the sales invoices, by number
 * @param purchases the purchase invoices, by number
 */
record Progress(List<LedgerInvoice> sales, List<LedgerInvoice> purchases) {
    private static final int MORE_THAN_THERE_ARE = 1_000;
    private static final Set<InvoiceState> AT_WORK = EnumSet.of(
            InvoiceState.ACCEPTED,
            InvoiceState.ON_ITS_WAY,
            InvoiceState.LISTED,
            InvoiceState.FETCHED,
            InvoiceState.READY,
            InvoiceState.STAGED,
            InvoiceState.IMPORTED);

    Progress {
        sales = List.copyOf(sales);
        purchases = List.copyOf(purchases);
    }

    /** As it is now. */
    static Progress of(Ledger ledger, String company) {
        List<LedgerInvoice> all = ledger.reading(books -> books.invoices()
                .list(new InvoiceQuery(Optional.of(company), Set.of(), Optional.empty(), MORE_THAN_THERE_ARE)));
        return new Progress(direction(all, Direction.SALES), direction(all, Direction.PURCHASE));
    }

    private static List<LedgerInvoice> direction(List<LedgerInvoice> all, Direction direction) {
        return all.stream()
                .filter(invoice -> invoice.direction() == direction)
                .sorted(Comparator.comparing(LedgerInvoice::label))
                .toList();
    }

    /** Whether so many are there and every one has come to rest, its file included. */
    boolean atRest(int salesInvoices, int purchaseInvoices) {
        return sales.size() == salesInvoices
                && purchases.size() == purchaseInvoices
                && sales.stream().allMatch(sale -> ended(sale) && sale.where().placed())
                && purchases.stream().allMatch(Progress::ended);
    }

    /** Whether every sample ended as it should: the purchase invoices received, the sales invoices as foreseen. */
    boolean asForeseen(List<SampleSale> samples) {
        return purchases.stream().allMatch(purchase -> purchase.state() == InvoiceState.RECEIVED)
                && samples.stream().allMatch(sample -> sales.stream()
                        .anyMatch(sale -> sale.originalName().startsWith(sample.baseName())
                                && sale.state() == sample.expected()));
    }

    private static boolean ended(LedgerInvoice invoice) {
        return !AT_WORK.contains(invoice.state());
    }
}
