package io.github.komaseconnect.ledger;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers to suppliers. */
public interface Responses {
    /**
     * Records an answer that is due at once; gives its id.
     *
     * @param orderId the order that waits for it; 0: none
     * @param fileName its file; empty: none
     */
    long add(LedgerInvoice invoice, InvoiceResponse response, long orderId, String fileName, String who);

    Optional<LedgerResponse> find(long id);

    /** All of an invoice, oldest first. */
    List<LedgerResponse> of(long invoiceId);

    /** The one that was registered for this file, or for this order. */
    Optional<LedgerResponse> ofFile(String company, String fileName);

    Optional<LedgerResponse> ofOrder(long orderId);

    List<String> companiesDue(Instant now);

    /** Of each invoice the oldest that is not ended, when its time has come; also those whose attempt is open. */
    List<LedgerResponse> due(String company, Instant now);

    /** Of all companies: those not ended, and those that failed and were not followed by another. */
    List<LedgerResponse> unsettled();

    /** Where it stands from now on. */
    void state(LedgerResponse response, ResponseState state, Next next);

    /** Opens an attempt; the answer is ATTEMPTING from then on. */
    long begin(LedgerResponse response, ResponseStatus status);

    /** Ends an attempt. */
    void end(LedgerResponse response, long attemptId, String outcome, Optional<Reason> reason);

    /** All attempts of an answer, oldest first. */
    List<ResponseAttempt> attempts(long responseId);

    /** Whether eConnect was told this of the invoice. */
    boolean wasSaid(long invoiceId, ResponseStatus status);

    /**
     * What follows.
     *
     * @param dueAt empty: nothing more
     */
    record Next(Optional<Instant> dueAt, int tries, Optional<Instant> failingSince, Optional<Reason> reason) {
        /** Nothing more, for this reason if any. */
        public static Next nothing(Optional<Reason> reason) {
            return new Next(Optional.empty(), 0, Optional.empty(), reason);
        }

        /** At once, as if it had never failed. */
        public static Next at(Instant now) {
            return new Next(Optional.of(now), 0, Optional.empty(), Optional.empty());
        }
    }
}
