package io.github.komaseconnect.ledger;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.relation.Destination;
import java.time.Instant;
import java.util.Optional;

/**
 * The way of one invoice to its customer by one method. A new way (reroute, send again) is a new delivery.
 *
 * @param dueAt when it is to be tried or looked up next; empty: not by itself
 * @param attempts how many attempts were made
 * @param failingSince when the temporary failures in a row began; empty after a pause or before the first
 * @param reference proof of delivery: ExternalId, Message-ID or file name; empty before
 * @param changedAt when it came into this state; of one that was delivered, when that was recorded
 * @param passage of a delivery by Peppol, from its first attempt on; empty before and for other methods
 */
public record Delivery(
        long id,
        long invoiceId,
        String company,
        Destination destination,
        DeliveryState state,
        Optional<Instant> dueAt,
        int attempts,
        Optional<Instant> failingSince,
        String reference,
        Instant createdAt,
        Instant changedAt,
        Optional<Passage> passage) {
    /**
     * How a delivery goes through eConnect; fixed when its first attempt begins, and never changed since.
     *
     * @param gateway also when the company uses another one since
     * @param documentId our own id of the document, a UUID; empty for deliveries from before there were any
     */
    public record Passage(Gateway gateway, String documentId) {}

    /** The same, now that its passage is fixed. */
    public Delivery by(Passage fixed) {
        return new Delivery(
                id,
                invoiceId,
                company,
                destination,
                state,
                dueAt,
                attempts,
                failingSince,
                reference,
                createdAt,
                changedAt,
                Optional.of(fixed));
    }

    /** Whether its doubt is cleared up by sending it again under the same id. */
    public boolean isRepeated() {
        return state == DeliveryState.IN_DOUBT
                && passage.filter(way -> way.gateway().recognisesRepeats()
                                && !way.documentId().isEmpty())
                        .isPresent();
    }
}
