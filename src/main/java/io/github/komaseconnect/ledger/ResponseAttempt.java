package io.github.komaseconnect.ledger;

import io.github.komaseconnect.econnect.ResponseStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to tell eConnect an answer, or the AB that goes before it.
 *
 * @param endedAt empty while it is open
 * @param outcome DONE, REFUSED, TEMPORARY, IN_DOUBT, BLOCKED; empty while it is open
 */
public record ResponseAttempt(
        long id,
        long responseId,
        ResponseStatus status,
        Instant startedAt,
        Optional<Instant> endedAt,
        String outcome,
        String dutch,
        String english) {
    /** eConnect took it. */
    public static final String DONE = "DONE";
}
