package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.LedgerInvoice;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts as Dutch bookkeepers write them. */
final class Amounts {
    private Amounts() {}

    /** Such as {@code 1.210,00 EUR}; empty when the ledger has no amount. */
    static String shown(LedgerInvoice invoice) {
        if (invoice.amount().isEmpty()) {
            return "";
        }
        DecimalFormat dutch =
                new DecimalFormat("#,##0.00##", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("nl-NL")));
        return (dutch.format(new BigDecimal(invoice.amount())) + " " + invoice.currency()).strip();
    }
}
