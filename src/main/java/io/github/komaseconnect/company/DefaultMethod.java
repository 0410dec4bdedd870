package io.github.komaseconnect.company;

/** What happens to a sales invoice whose relation is unknown or has no sending method. */
public enum DefaultMethod {
    HOLD,
    PEPPOL,
    EMAIL,
    PRINT
}
