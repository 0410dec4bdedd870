package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;

/** Invoices of which nobody knows for certain whether they reached the customer: only a person says what is to be done. */
public final class PerhapsSent {
    /** Code of the reason for which an invoice is held that an earlier ledger may have sent. */
    public static final String CODE = "sales.perhaps-sent";

    private PerhapsSent() {}

    /** Whether this invoice waits for {@code resolve}: a delivery of it is in doubt, or an earlier ledger may have sent it. */
    public static boolean is(Ledger.Books books, LedgerInvoice invoice) {
        return isByAnEarlierLedger(invoice)
                || books.deliveries().of(invoice.id()).stream()
                        .anyMatch(delivery -> delivery.state() == DeliveryState.IN_DOUBT);
    }

    /** Whether it is held because an earlier ledger may have sent it. */
    public static boolean isByAnEarlierLedger(LedgerInvoice invoice) {
        return invoice.state() == InvoiceState.HELD
                && invoice.reason().filter(reason -> reason.code().equals(CODE)).isPresent();
    }

    /** The reason; {@code why} says in one sentence what makes one think so. */
    public static Reason reason(String whyDutch, String whyEnglish) {
        return new Reason(
                CODE,
                whyDutch + " Misschien is deze factuur dus al verzonden.",
                whyEnglish + " So this invoice may have been sent already.",
                "Vraag het na bij de klant of kijk in de verzonden mail, en geef dan: komas-econnect resolve ID --sent of "
                        + "--send-again.",
                "Ask the customer or look at the mail that was sent, and then run: komas-econnect resolve ID --sent or "
                        + "--send-again.");
    }
}
