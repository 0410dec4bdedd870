package io.github.komaseconnect.ledger;

import io.github.komaseconnect.relation.SendingMethod;

/** What can be paused for a company. */
public enum Channel {
    /** Everything of the company, by a person ({@code pause COMPANY}). */
    ALL,
    /** Sending by Peppol and receiving: one set of keys, one balance. */
    ECONNECT,
    /** Fetching purchase invoices, when only that is refused; sending goes on. */
    RECEIVING,
    EMAIL,
    PRINT;

    /** The channel that a sending method uses. */
    public static Channel of(SendingMethod method) {
        return switch (method) {
            case PEPPOL -> ECONNECT;
            case EMAIL -> EMAIL;
            case PRINT -> PRINT;
        };
    }
}
