package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.LookUp;

/** An invoice with what the look-up of its relation gave; steps between look-up and delivery see this. */
public record LookedUp(LedgerInvoice invoice, LookUp lookUp) {
    /** Whether it is known where the invoice goes; for the route. */
    public boolean isDecided() {
        return lookUp instanceof LookUp.Decided;
    }

    /** The company's key; for the route. */
    public String getCompany() {
        return invoice.company();
    }

    /** The sending method's key ({@code peppol, email, print}), or {@code undecided}; for the route. */
    public String getMethod() {
        return lookUp instanceof LookUp.Decided decided
                ? decided.destination().method().key()
                : "undecided";
    }

    /** The amount to be paid as the document has it, empty when unknown; for the route. */
    public String getAmount() {
        return invoice.amount();
    }

    /** The invoice number; for the route. */
    public String getNumber() {
        return invoice.number();
    }

    /** The same invoice, to be held for a reason that a step of the integrator gives. */
    public LookedUp holdBecause(String dutch, String english) {
        return new LookedUp(invoice, new LookUp.Undecided(Reason.of("route.held", dutch, english)));
    }
}
