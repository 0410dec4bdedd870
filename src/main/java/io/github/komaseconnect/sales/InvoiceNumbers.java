package io.github.komaseconnect.sales;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Which invoice stands for a number. Of one company, type and number only one invoice goes out, whatever files come; all
 * methods work within the caller's transaction, so that nothing is sent between the question and the answer.
 */
public final class InvoiceNumbers {
    private InvoiceNumbers() {}

    /** Why this invoice cannot be sent under its number: another one was, or is on its way. */
    public static Optional<Reason> conflict(Ledger.Books books, LedgerInvoice invoice) {
        return invoice.type().flatMap(type -> conflict(books, invoice.company(), type, invoice.number(), invoice.id()));
    }

    /** As {@link #conflict(Ledger.Books, LedgerInvoice)}, for one that has no row yet ({@code ownId} 0). */
    public static Optional<Reason> conflict(
            Ledger.Books books, String company, DocumentType type, String number, long ownId) {
        return books.invoices()
                .live(company, type, number)
                .filter(live -> live.id() != ownId && !mayBeReplaced(books, live))
                .map(live -> used(books, live));
    }

    /** The number is used by this one; what the buyer said of it tells what has to come first. */
    static Reason used(Ledger.Books books, LedgerInvoice live) {
        return books.following()
                .of(live.id())
                .filter(Followed::isRejected)
                .map(answer -> SalesReasons.numberRejected(live, answer))
                .orElseGet(() -> SalesReasons.numberUsed(live));
    }

    /** Whether a newer file of the same number may take its place: nothing of it can have reached the customer. */
    static boolean mayBeReplaced(Ledger.Books books, LedgerInvoice first) {
        List<Delivery> deliveries = books.deliveries().of(first.id());
        return switch (first.state()) {
            case HELD, CANCELLED ->
                !PerhapsSent.isByAnEarlierLedger(first)
                        && deliveries.stream().noneMatch(InvoiceNumbers::mayHaveArrived);
            case ACCEPTED, ON_ITS_WAY ->
                deliveries.stream()
                        .allMatch(delivery -> delivery.state() == DeliveryState.REJECTED
                                || delivery.state() == DeliveryState.CANCELLED
                                || (delivery.state() == DeliveryState.WAITING && delivery.attempts() == 0));
            default -> false;
        };
    }

    private static boolean mayHaveArrived(Delivery delivery) {
        return delivery.state() == DeliveryState.ATTEMPTING
                || delivery.state() == DeliveryState.PRINTING
                || delivery.state() == DeliveryState.IN_DOUBT
                || delivery.state() == DeliveryState.DELIVERED;
    }

    /**
     * A held invoice that goes on takes its number, from one that can be replaced if need be.
     *
     * @return the one it replaced, whose file is to be moved afterwards
     */
    public static Optional<LedgerInvoice> take(Ledger.Books books, LedgerInvoice invoice) {
        Optional<LedgerInvoice> other = other(books, invoice);
        other.ifPresent(live -> replace(books, live, SalesReasons.replaced(invoice.stem())));
        books.invoices().revive(invoice.id());
        return other;
    }

    /** By order of a person it takes the number of one that was sent or is being sent; that one stays as it is. */
    public static void takeAllTheSame(Ledger.Books books, LedgerInvoice invoice) {
        other(books, invoice).ifPresent(live -> books.invoices().retire(live.id()));
        books.invoices().revive(invoice.id());
    }

    private static Optional<LedgerInvoice> other(Ledger.Books books, LedgerInvoice invoice) {
        return invoice.type()
                .flatMap(type -> books.invoices().live(invoice.company(), type, invoice.number()))
                .filter(live -> live.id() != invoice.id());
    }

    /** Ends an invoice in favour of another; its file is to go to the held folder with this reason. */
    static void replace(Ledger.Books books, LedgerInvoice old, Reason reason) {
        books.invoices().retire(old.id());
        books.invoices().state(old.id(), InvoiceState.REPLACED, Optional.of(reason));
        HeldInvoices.withdrawDeliveries(books, old);
        books.invoices().place(old.id(), Place.HELD, old.stem());
        books.events().add(old.id(), "replaced", reason.dutch(), reason.english());
        HeldInvoices.released(books, old);
    }
}
