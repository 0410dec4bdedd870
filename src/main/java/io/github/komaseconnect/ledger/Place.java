package io.github.komaseconnect.ledger;

/** The visible folder a sales invoice's file is in. */
public enum Place {
    /** None: a purchase invoice, whose file belongs to Komas once it is in the import folder. */
    NOWHERE,
    /** Accepted from the export folder, on its way. */
    OUTBOX,
    SENT,
    HELD
}
