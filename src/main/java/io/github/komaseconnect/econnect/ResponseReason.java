package io.github.komaseconnect.econnect;

/** Why an invoice is not simply accepted: the reason codes of Peppol's Invoice Response (OPStatusReason). */
public enum ResponseReason {
    /** No issue. */
    NON,
    /** References are missing or wrong, such as an order number. */
    REF,
    /** A legal matter. */
    LEG,
    /** Not meant for this buyer, or a receiver unknown. */
    REC,
    /** Quality of what was delivered. */
    QUA,
    /** The delivery. */
    DEL,
    /** Prices. */
    PRI,
    /** Quantities. */
    QTY,
    /** Items. */
    ITM,
    /** Payment terms. */
    PAY,
    /** Not recognised. */
    UNR,
    /** Finance terms. */
    FIN,
    /** Partly paid. */
    PPD,
    /** Something else. */
    OTH
}
