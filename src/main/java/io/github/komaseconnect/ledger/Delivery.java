package io.github.komaseconnect.ledger;

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
        Instant createdAt) {}
