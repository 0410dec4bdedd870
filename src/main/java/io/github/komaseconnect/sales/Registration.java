package io.github.komaseconnect.sales;

/**
 * What became of an arrival in the ledger.
 *
 * @param invoiceId the invoice's row; 0 when the content was sent before and has no row of its own
 * @param next what the route does with it now
 */
public record Registration(long invoiceId, Next next) {
    /** The next step. */
    public enum Next {
        LOOK_UP,
        NOTHING
    }

    /** Whether the relation is to be looked up now; for the route. */
    public boolean isToLookUp() {
        return next == Next.LOOK_UP;
    }
}
