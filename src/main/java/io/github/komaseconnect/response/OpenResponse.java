package io.github.komaseconnect.response;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.ledger.LedgerResponse;

/**
 * An answer of which an attempt is in the ledger.
 *
 * @param said what eConnect is told: the answer itself, or the AB that goes before it
 * @param way how it goes there
 */
public record OpenResponse(LedgerResponse response, long attemptId, String externalId, InvoiceResponse said, Way way) {
    /** Whether this is the answer itself. */
    boolean isTheAnswer() {
        return said.status() == response.response().status();
    }
}
