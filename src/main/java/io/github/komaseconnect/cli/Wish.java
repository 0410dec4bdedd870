package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;

/**
 * What the user wants the runtime to do.
 *
 * @param invoiceId 0 when it is about a company
 * @param argument what else the kind needs; see {@link WorkOrder}
 * @param label how answers name it
 */
record Wish(WorkOrder.Kind kind, String company, long invoiceId, String argument, String label) {
    /** Something with an invoice. */
    static Wish about(LedgerInvoice invoice, WorkOrder.Kind kind, String argument) {
        return new Wish(kind, invoice.company(), invoice.id(), argument, invoice.id() + " " + invoice.label());
    }

    /** Something with a company. */
    static Wish about(String company, WorkOrder.Kind kind) {
        return new Wish(kind, company, 0, "", company);
    }

    boolean isThatOf(WorkOrder order) {
        return order.kind() == kind
                && order.company().equals(company)
                && order.invoiceId() == invoiceId
                && order.argument().equals(argument);
    }
}
