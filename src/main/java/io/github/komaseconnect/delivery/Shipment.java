package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.nio.file.Path;

/**
 * One delivery that is due, with all that its route needs.
 *
 * @param ubl the archived document: what is sent, whatever happens to the file in the outbox
 */
public record Shipment(Company company, LedgerInvoice invoice, Delivery delivery, Path ubl) {
    /** What the route is to do: {@code peppol, email, print}, or {@code clear-up} for one in doubt; for the route. */
    public String getStep() {
        return delivery.state() == DeliveryState.IN_DOUBT
                ? "clear-up"
                : delivery.destination().method().key();
    }

    /** The company's key; for the route. */
    public String getCompanyKey() {
        return company.key();
    }
}
