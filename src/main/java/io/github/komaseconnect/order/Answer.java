package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;

/** What the person who gave an order is told. */
public record Answer(WorkOrder.Outcome outcome, String dutch, String english) {
    /** It was carried out. */
    public static Answer done(String dutch, String english) {
        return new Answer(WorkOrder.Outcome.DONE, dutch, english);
    }

    /** It is not possible as things are; nothing changed. */
    public static Answer refused(String dutch, String english) {
        return new Answer(WorkOrder.Outcome.REFUSED, dutch, english);
    }

    /**
     * Ends the order with this answer, within the transaction that carried it out: after a crash it is not carried out
     * once more, when things may have changed since.
     */
    Answer recorded(Ledger.Books books, WorkOrder order) {
        books.orders().finish(order.id(), outcome, dutch, english);
        return this;
    }

    /** It went wrong. */
    public static Answer failed(String dutch, String english) {
        return new Answer(WorkOrder.Outcome.FAILED, dutch, english);
    }
}
