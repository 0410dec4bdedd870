package io.github.komaseconnect.ledger;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer to the supplier of a purchase invoice, as a person gave it.
 *
 * @param orderId the order that waits for what comes of it; 0: none
 * @param fileName its file in {@code respond/outbox/}; empty when it was given by command
 * @param dueAt when something is to be done; empty: nothing more
 * @param tries failures in a row
 * @param reason why it was not sent, or not yet
 */
public record LedgerResponse(
        long id,
        long invoiceId,
        String company,
        InvoiceResponse response,
        ResponseState state,
        long orderId,
        String fileName,
        Optional<Instant> dueAt,
        int tries,
        Optional<Instant> failingSince,
        String who,
        Optional<Reason> reason,
        Instant createdAt) {}
