package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;

/**
 * One delivery that is due, with all that its route needs.
 *
 * @param ubl the archived document: what is sent, whatever happens to the file in the outbox
 */
public record Shipment(Company company, LedgerInvoice invoice, Delivery delivery, Path ubl) {
    /** The same, by this passage. */
    Shipment by(Passage passage) {
        return new Shipment(company, invoice, delivery.by(passage), ubl);
    }

    /**
     * Whether it goes by a gateway that the company does not use any more: its troubles are not those of the company's
     * other invoices.
     */
    boolean isByFormerGateway() {
        return delivery.passage()
                .filter(way -> way.gateway() != company.gateway())
                .isPresent();
    }

    /**
     * What the route is to do: {@code peppol, email, print}, or {@code clear-up} for one in doubt that is looked up
     * ({@code clear-up-print} at its printer); one whose gateway recognises it is sent again. For the route.
     */
    public String getStep() {
        if (delivery.state() != DeliveryState.IN_DOUBT || delivery.isRepeated()) {
            return delivery.destination().method().key();
        }
        return delivery.destination().method() == SendingMethod.PRINT ? "clear-up-print" : "clear-up";
    }

    /** The company's key; for the route. */
    public String getCompanyKey() {
        return company.key();
    }
}
