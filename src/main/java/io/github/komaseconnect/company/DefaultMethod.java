package io.github.komaseconnect.company;

import io.github.komaseconnect.relation.SendingMethod;

/** What happens to a sales invoice whose relation is unknown or has no sending method. */
public enum DefaultMethod {
    HOLD,
    PEPPOL,
    EMAIL,
    PRINT,
    /** Peppol when the customer can be reached there, else by the company's fallback. */
    AUTO;

    /** The default that is this sending method. */
    public static DefaultMethod of(SendingMethod method) {
        return valueOf(method.name());
    }
}
