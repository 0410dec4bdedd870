package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Leases;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Stands before every change to the invoices of a company, within the transaction that makes it: a node that lost the
 * company, perhaps without having noticed yet, changes nothing and so begins nothing.
 */
final class Fence {
    private final Handle handle;
    private final Leases leases;
    private final boolean open;
    private final Set<String> passed = new HashSet<>();
    private final Set<Long> passedInvoices = new HashSet<>();

    /** For one transaction. */
    Fence(Handle handle, Leases leases) {
        this.handle = handle;
        this.leases = leases;
        this.open = leases.membership().isEmpty();
    }

    /** @throws io.github.komaseconnect.ledger.LeaseLostException when the company is not this node's */
    void pass(String company) {
        if (!open && !passed.contains(company)) {
            leases.require(company);
            passed.add(company);
        }
    }

    /** {@link #pass} for the company of an invoice. */
    void passInvoice(long invoiceId) {
        if (!open && !passedInvoices.contains(invoiceId)) {
            passOf("SELECT company FROM invoice WHERE id = :id", invoiceId);
            passedInvoices.add(invoiceId);
        }
    }

    /** {@link #pass} for the company of a delivery. */
    void passDelivery(long deliveryId) {
        if (!open) {
            passOf("SELECT company FROM delivery WHERE id = :id", deliveryId);
        }
    }

    /** {@link #pass} for the company of an attempt. */
    void passAttempt(long attemptId) {
        if (!open) {
            passOf(
                    "SELECT company FROM delivery WHERE id = (SELECT delivery_id FROM attempt WHERE id = :id)",
                    attemptId);
        }
    }

    private void passOf(String query, long id) {
        handle.createQuery(query).bind("id", id).mapTo(String.class).findOne().ifPresent(this::pass);
    }
}
