package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/** What it means for an invoice that another one, with other content, stands for its number. */
public final class NumberInUse {
    private NumberInUse() {}

    /**
     * Why an invoice cannot be sent under the number of {@code first}; empty when it would take its place.
     *
     * @param deliveries all deliveries of {@code first}
     */
    public static Optional<Reason> conflict(LedgerInvoice first, List<Delivery> deliveries) {
        return isReplaceable(first, deliveries) ? Optional.empty() : Optional.of(SalesReasons.numberUsed(first));
    }

    /** Whether a newer file of the same number may take its place: nothing of it can have reached the customer. */
    static boolean isReplaceable(LedgerInvoice first, List<Delivery> deliveries) {
        return switch (first.state()) {
            case HELD, CANCELLED ->
                deliveries.stream()
                        .noneMatch(delivery -> delivery.state() == DeliveryState.IN_DOUBT
                                || delivery.state() == DeliveryState.DELIVERED);
            case ACCEPTED -> true;
            case ON_ITS_WAY ->
                deliveries.stream()
                        .allMatch(delivery -> delivery.attempts() == 0
                                || delivery.state() == DeliveryState.REJECTED
                                || delivery.state() == DeliveryState.CANCELLED);
            default -> false;
        };
    }
}
