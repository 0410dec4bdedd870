package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt: the row stands before the effect, the outcome is added after it.
 *
 * @param number counts from 1 within its delivery
 * @param endedAt empty while open
 * @param outcome {@code DELIVERED, HANDED_OVER (a printer has it), REJECTED, TEMPORARY, IN_DOUBT, BLOCKED}; empty while open
 * @param node the runtime that made it, where several share the ledger; empty otherwise
 */
public record Attempt(
        long id,
        long deliveryId,
        int number,
        Instant startedAt,
        Optional<Instant> endedAt,
        String outcome,
        String reference,
        String reasonCode,
        String dutch,
        String english,
        String node) {}
