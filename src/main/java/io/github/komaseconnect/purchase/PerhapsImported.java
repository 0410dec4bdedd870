package io.github.komaseconnect.purchase;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;

/** Purchase invoices that an earlier ledger fetched, and of which it cannot be told whether they reached Komas. */
public final class PerhapsImported {
    private static final String CODE = "purchase.perhaps-imported";

    private PerhapsImported() {}

    /** Whether this invoice is held because it may be in Komas already. */
    public static boolean is(LedgerInvoice invoice) {
        return invoice.state() == InvoiceState.HELD
                && invoice.reason().filter(reason -> reason.code().equals(CODE)).isPresent();
    }

    static Reason reason() {
        return new Reason(
                CODE,
                "Deze inkoopfactuur is al eens opgehaald, maar of hij in Komas is gekomen is niet vast te stellen.",
                "This purchase invoice was fetched before, but whether it reached Komas cannot be told.",
                "Kijk in Komas. Staat hij er niet, geef dan: komas-econnect retry ID.",
                "Look in Komas. If it is not there, run: komas-econnect retry ID.");
    }

    static Reason imported() {
        return Reason.of(
                "purchase.imported-before",
                "Al opgehaald en aan Komas gegeven voordat deze administratie de mappen overnam.",
                "Fetched and given to Komas before this ledger took over the folders.");
    }
}
