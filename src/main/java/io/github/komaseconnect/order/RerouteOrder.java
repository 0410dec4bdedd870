package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.LookedUp;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.sales.SalesRegister;
import java.util.Optional;

/** Sends an invoice by another method than its relation has: only ever because a person ordered it. */
public final class RerouteOrder {
    private final Ledger ledger;
    private final Placement placement;
    private final SalesRegister register;

    /** Moves the file back to the outbox with {@code placement}. */
    public RerouteOrder(Ledger ledger, Placement placement, SalesRegister register) {
        this.ledger = ledger;
        this.placement = placement;
        this.register = register;
    }

    /** Why this invoice cannot be rerouted as it is now. */
    Optional<Answer> refusal(LedgerInvoice invoice) {
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
        boolean doubt = ledger.inTransaction(books -> books.deliveries().of(invoice.id())).stream()
                .anyMatch(delivery ->
                        delivery.state() == DeliveryState.IN_DOUBT || delivery.state() == DeliveryState.ATTEMPTING);
        if (doubt) {
            return Optional.of(Answer.refused(
                    "Van " + invoice.label() + " is nog niet zeker of hij is aangekomen; los dat eerst op (resolve).",
                    "It is not certain yet whether " + invoice.label() + " arrived; resolve that first."));
        }
        return register.conflict(invoice).map(reason -> Answer.refused(reason.dutchLine(), reason.englishLine()));
    }

    /** Ends the old delivery and brings the invoice back to where a delivery can be planned; empty when too late. */
    Optional<LookedUp> prepare(WorkOrder order, LookedUp looked, SendingMethod method) {
        LedgerInvoice invoice = looked.invoice();
        boolean free = ledger.inTransaction(books -> {
            boolean stillFree = books.deliveries().of(invoice.id()).stream()
                    .map(Delivery::state)
                    .noneMatch(state -> state == DeliveryState.ATTEMPTING
                            || state == DeliveryState.IN_DOUBT
                            || state == DeliveryState.DELIVERED);
            if (stillFree) {
                books.events()
                        .addBy(
                                invoice.id(),
                                "order",
                                order.who(),
                                "Opdracht: verzenden per " + method.word() + ".",
                                "Order: send by " + method.word() + ".");
                HeldInvoices.release(books, invoice, order.who());
                if (invoice.where().place() != Place.OUTBOX) {
                    books.invoices().place(invoice.id(), Place.OUTBOX, invoice.stem());
                }
            }
            return stillFree;
        });
        if (!free) {
            return Optional.empty();
        }
        register.standForNumber(invoice);
        placement.carryOut(invoice.id());
        return Optional.of(looked);
    }
}
