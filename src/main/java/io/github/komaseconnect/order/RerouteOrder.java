package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.relation.LookUp;
import io.github.komaseconnect.sales.DeliveryPlan;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.InvoiceNumbers;
import io.github.komaseconnect.sales.PerhapsSent;
import io.github.komaseconnect.sales.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends an invoice by another method than its relation has: only ever because a person ordered it. */
public final class RerouteOrder {
    private final Ledger ledger;
    private final Placement placement;
    private final DeliveryPlan plan;

    /** Makes the new delivery with {@code plan}, and moves the file back to the outbox with {@code placement}. */
    public RerouteOrder(Ledger ledger, Placement placement, DeliveryPlan plan) {
        this.ledger = ledger;
        this.placement = placement;
        this.plan = plan;
    }

    /** Why this invoice cannot be rerouted as it is now. */
    Optional<Answer> refusal(LedgerInvoice invoice) {
        return ledger.inTransaction(books -> refusal(books, invoice));
    }

    private static Optional<Answer> refusal(Ledger.Books books, LedgerInvoice invoice) {
        boolean rightState = invoice.state() == InvoiceState.HELD
                || invoice.state() == InvoiceState.ON_ITS_WAY
                || invoice.state() == InvoiceState.CANCELLED;
        if (invoice.direction() == Direction.PURCHASE
                || !rightState
                || invoice.type().isEmpty()) {
            return Optional.of(Answer.refused(
                    invoice.label() + " is " + invoice.state().dutch() + " en kan geen andere verzendmethode krijgen.",
                    invoice.label() + " is " + invoice.state().english() + " and cannot get another sending method."));
        }
        boolean doubt = books.deliveries().of(invoice.id()).stream()
                .map(Delivery::state)
                .anyMatch(state -> state == DeliveryState.IN_DOUBT
                        || state == DeliveryState.ATTEMPTING
                        || state == DeliveryState.PRINTING
                        || state == DeliveryState.DELIVERED);
        if (doubt || PerhapsSent.isByAnEarlierLedger(invoice)) {
            return Optional.of(Answer.refused(
                    "Van " + invoice.label() + " is nog niet zeker of hij is aangekomen; los dat eerst op (resolve).",
                    "It is not certain yet whether " + invoice.label() + " arrived; resolve that first."));
        }
        return InvoiceNumbers.conflict(books, invoice)
                .map(reason -> Answer.refused(reason.dutchLine(), reason.englishLine()));
    }

    /**
     * Ends the old delivery and makes the new one, at once: after a crash the invoice never goes by the method that the
     * person did not want.
     */
    Answer carryOut(WorkOrder order, LedgerInvoice invoice, LookUp.Decided decided) {
        List<Long> toMove = new ArrayList<>(List.of(invoice.id()));
        Answer answer = ledger.inTransaction(books -> {
            LedgerInvoice now = books.invoices().find(invoice.id()).orElseThrow();
            Optional<Answer> refusal = refusal(books, now);
            if (refusal.isPresent()) {
                return refusal.get().recorded(books, order);
            }
            String method = decided.destination().method().word();
            books.events()
                    .addBy(
                            now.id(),
                            "order",
                            order.who(),
                            "Opdracht: verzenden per " + method + ".",
                            "Order: send by " + method + ".");
            HeldInvoices.release(books, now, order.who());
            InvoiceNumbers.take(books, now).ifPresent(other -> toMove.add(other.id()));
            books.invoices().place(now.id(), Place.OUTBOX, now.stem());
            plan.plan(books, now, decided);
            return Answer.done(
                            now.label() + " gaat nu per " + method + ".", now.label() + " now goes by " + method + ".")
                    .recorded(books, order);
        });
        toMove.forEach(placement::carryOut);
        return answer;
    }
}
