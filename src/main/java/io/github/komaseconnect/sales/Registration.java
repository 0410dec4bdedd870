package io.github.komaseconnect.sales;

import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.util.Optional;

/**
 * What became of an arrival in the ledger.
 *
 * @param invoiceId the invoice's row; 0 when the content was sent before and has no row of its own
 * @param next what the route does with it now
 * @param fresh what is known of one that came just now; empty when that was at another time
 */
public record Registration(long invoiceId, Next next, Optional<Fresh> fresh) {
    /** One whose row and document are read again when it is looked up. */
    public Registration(long invoiceId, Next next) {
        this(invoiceId, next, Optional.empty());
    }

    /**
     * What nobody needs to read again.
     *
     * @param row of the invoice when its file was to be moved to the outbox
     * @param header what was read of its document
     */
    public record Fresh(LedgerInvoice row, InvoiceHeader header) {}

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
