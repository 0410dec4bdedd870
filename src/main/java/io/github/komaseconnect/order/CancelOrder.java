package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.PerhapsSent;
import io.github.komaseconnect.sales.Placement;
import java.util.List;
import java.util.Optional;

/** Withdraws a sales invoice of which nothing was sent. */
public final class CancelOrder {
    private final Ledger ledger;
    private final Placement placement;

    /** Moves the file with {@code placement}. */
    public CancelOrder(Ledger ledger, Placement placement) {
        this.ledger = ledger;
        this.placement = placement;
    }

    Answer cancel(WorkOrder order, LedgerInvoice ordered) {
        Answer answer = ledger.inTransaction(books -> {
            LedgerInvoice invoice = books.invoices().find(ordered.id()).orElseThrow();
            Optional<Answer> refusal = refusal(books, invoice);
            if (refusal.isPresent()) {
                return refusal.get().recorded(books, order);
            }
            HeldInvoices.withdrawDeliveries(books, invoice);
            Reason reason = Reason.of(
                    "sales.cancelled",
                    "Geannuleerd door " + order.who() + ", voordat er iets verzonden was.",
                    "Cancelled by " + order.who() + " before anything was sent.");
            books.invoices().state(invoice.id(), InvoiceState.CANCELLED, Optional.of(reason));
            books.invoices().place(invoice.id(), Place.HELD, invoice.stem());
            HeldInvoices.released(books, invoice);
            books.events().addBy(invoice.id(), "order", order.who(), "Opdracht: annuleren.", "Order: cancel.");
            return Answer.done(
                            invoice.label() + " is geannuleerd; het bestand staat in de map held.",
                            invoice.label() + " was cancelled; its file is in the held folder.")
                    .recorded(books, order);
        });
        placement.carryOut(ordered.id());
        return answer;
    }

    private static Optional<Answer> refusal(Ledger.Books books, LedgerInvoice invoice) {
        boolean rightState = invoice.state() == InvoiceState.ACCEPTED
                || invoice.state() == InvoiceState.ON_ITS_WAY
                || invoice.state() == InvoiceState.HELD;
        if (invoice.direction() == Direction.PURCHASE || !rightState) {
            return Optional.of(Answer.refused(
                    invoice.label() + " is " + invoice.state().dutch() + " en kan niet geannuleerd worden.",
                    invoice.label() + " is " + invoice.state().english() + " and cannot be cancelled."));
        }
        List<Delivery> deliveries = books.deliveries().of(invoice.id());
        boolean open = deliveries.stream()
                .anyMatch(delivery -> delivery.state() == DeliveryState.ATTEMPTING
                        || delivery.state() == DeliveryState.PRINTING
                        || delivery.state() == DeliveryState.IN_DOUBT
                        || (delivery.state() == DeliveryState.WAITING
                                && delivery.attempts() > 0
                                && !AwaitedReach.is(books, delivery)));
        return open || PerhapsSent.isByAnEarlierLedger(invoice)
                ? Optional.of(Answer.refused(
                        "Verzenden van " + invoice.label() + " is al begonnen; annuleren kan niet meer.",
                        "Sending " + invoice.label() + " has begun; it can no longer be cancelled."))
                : Optional.empty();
    }
}
