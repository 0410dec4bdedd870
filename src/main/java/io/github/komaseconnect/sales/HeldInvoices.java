package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds invoices with a reason, with an alarm for each kind of reason, and releases them. */
public final class HeldInvoices {
    private static final Logger LOG = LoggerFactory.getLogger(HeldInvoices.class);
    private static final int ENOUGH_TO_KNOW = 10_000;

    private HeldInvoices() {}

    /**
     * Holds a sales invoice: state, reason and alarm in the caller's transaction, who has its file moved to {@code held/}
     * afterwards by {@link Placement#carryOut}.
     */
    public static void hold(Ledger.Books books, long invoiceId, Reason reason) {
        LedgerInvoice invoice = books.invoices().find(invoiceId).orElseThrow();
        books.invoices().state(invoiceId, InvoiceState.HELD, Optional.of(reason));
        // also for one that lies there already: the text beside it is written anew
        books.invoices().place(invoiceId, Place.HELD, invoice.stem());
        books.events().add(invoiceId, "held", reason.dutch(), reason.english());
        invoice.reason()
                .filter(before -> !before.code().equals(reason.code()))
                .ifPresent(before -> clearIfLast(books, invoice.company(), before.code()));
        books.alarms()
                .raise(cause(invoice.company(), reason.code()), invoice.company(), reason, Optional.of(touch(invoice)));
        LOG.warn("{}: {} vastgehouden: {}", invoice.company(), invoice.label(), reason.dutch());
    }

    private static String touch(LedgerInvoice invoice) {
        String party = invoice.party().isEmpty() ? "" : " (" + invoice.party() + ")";
        return invoice.label() + party + ", kenmerk " + invoice.id();
    }

    static String cause(String company, String reasonCode) {
        return "held/" + company + "/" + reasonCode;
    }

    /**
     * An invoice is held no longer, in whatever way: the alarm ends with the last one of its kind.
     *
     * @param before the invoice as it was held; its new state must have been set
     */
    public static void released(Ledger.Books books, LedgerInvoice before) {
        before.reason().ifPresent(reason -> clearIfLast(books, before.company(), reason.code()));
    }

    private static void clearIfLast(Ledger.Books books, String company, String code) {
        boolean more = books
                .invoices()
                .list(new InvoiceQuery(
                        Optional.of(company), Set.of(InvoiceState.HELD), Optional.empty(), ENOUGH_TO_KNOW))
                .stream()
                .anyMatch(other -> other.reason()
                        .filter(reason -> reason.code().equals(code))
                        .isPresent());
        if (!more) {
            books.alarms().clear(cause(company, code));
        }
    }

    /** Makes a held invoice accepted again, within a transaction; deliveries that ended stay as they are. */
    public static void release(Ledger.Books books, LedgerInvoice invoice, String who) {
        books.invoices().state(invoice.id(), InvoiceState.ACCEPTED, Optional.empty());
        withdrawDeliveries(books, invoice);
        books.events().addBy(invoice.id(), "again", who, "Opnieuw aangeboden.", "Offered again.");
        released(books, invoice);
    }

    /** Ends the deliveries that wait for an attempt; those that ended, or may have arrived, stay as they are. */
    public static void withdrawDeliveries(Ledger.Books books, LedgerInvoice invoice) {
        books.deliveries().of(invoice.id()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .forEach(delivery -> books.deliveries()
                        .state(delivery.id(), DeliveryState.CANCELLED, Optional.empty(), Optional.empty()));
    }
}
