package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One delivery that is due, with all that its route needs.
 *
 * @param ubl the archived document that is sent, whatever happens to the file in the outbox: what Komas wrote, or what was
 *     made to be sent in its place
 * @param sha256 of that document
 */
public record Shipment(Company company, LedgerInvoice invoice, Delivery delivery, Path ubl, String sha256) {
    /** One that sends what Komas wrote. */
    public Shipment(Company company, LedgerInvoice invoice, Delivery delivery, Path ubl) {
        this(company, invoice, delivery, ubl, invoice.sha256());
    }

    /** One that sends what the ledger says of this delivery. */
    public static Shipment of(
            Ledger.Books books, Archive archive, Company company, LedgerInvoice invoice, Delivery delivery) {
        Optional<Payload> payload = books.payloads().sent(invoice.id(), delivery.id());
        Path original = archive.path(invoice.archive(), Archive.DOCUMENT);
        return payload.map(made ->
                        new Shipment(company, invoice, delivery, original.resolveSibling(made.file()), made.sha256()))
                .orElseGet(() -> new Shipment(company, invoice, delivery, original));
    }

    /** The same, by this passage. */
    Shipment by(Passage passage) {
        return with(delivery.by(passage));
    }

    /** The same, with the delivery as it is now. */
    Shipment with(Delivery now) {
        return new Shipment(company, invoice, now, ubl, sha256);
    }

    /** The same, sending this. */
    public Shipment sending(Path file, String itsSha256) {
        return new Shipment(company, invoice, delivery, file, itsSha256);
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

    /** When it is tried again: what a gateway that the company has left asks for is heeded for this delivery alone. */
    Instant notBefore(Instant planned, Instant now, Optional<Duration> asked) {
        return asked.filter(time -> isByFormerGateway())
                .map(now::plus)
                .filter(planned::isBefore)
                .orElse(planned);
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
