package io.github.komaseconnect.ledger;

/** How far a delivery is. */
public enum DeliveryState {
    /** To be tried when due. */
    WAITING,
    /** An attempt is open: a crash now leaves it in doubt. */
    ATTEMPTING,
    /** A printer has it, and is asked how it goes on; it comes out or not. */
    PRINTING,
    /** It may or may not have arrived; Peppol and what went to a printer are looked up when due, others wait for {@code resolve}. */
    IN_DOUBT,
    DELIVERED,
    /** Ended without arriving: refused for good, or given up. */
    REJECTED,
    /** Ended without arriving: the receiver is not on Peppol, or not for this document. Another delivery may follow. */
    NOT_REACHABLE,
    /** Ended by a person before it arrived. */
    CANCELLED
}
