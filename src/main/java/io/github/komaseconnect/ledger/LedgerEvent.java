package io.github.komaseconnect.ledger;

import java.time.Instant;

/**
 * Something that happened to an invoice.
 *
 * @param kind short stable word, e.g. {@code accepted, looked-up, attempt, held, order}
 * @param who {@code komas-econnect}, or the person who gave an order
 */
public record LedgerEvent(Instant at, String kind, String who, String dutch, String english) {
    /** Who the runtime itself is in events. */
    public static final String RUNTIME = "komas-econnect";
}
