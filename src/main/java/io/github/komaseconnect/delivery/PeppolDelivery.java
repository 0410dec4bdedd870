package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Sends an invoice through eConnect; one call, whose message and answer are archived. */
public final class PeppolDelivery {
    private final Connections connections;
    private final Archive archive;

    /** Sends by {@code connections}. */
    public PeppolDelivery(Connections connections, Archive archive) {
        this.connections = connections;
        this.archive = archive;
    }

    /** Sends; the attempt must be in the ledger already. */
    public EndedAttempt send(OpenAttempt open) {
        OutgoingDocument document;
        try {
            document = document(open);
        } catch (UncheckedIOException e) {
            return new EndedAttempt(open, new AttemptOutcome.Temporary(Outcomes.archiveGone(e)));
        }
        return new EndedAttempt(
                open, Outcomes.of(connections.of(open.shipment().company()).send(document)));
    }

    private OutgoingDocument document(OpenAttempt open) {
        Shipment shipment = open.shipment();
        LedgerInvoice invoice = shipment.invoice();
        String attempt = "delivery-" + shipment.delivery().id() + "-attempt-"
                + open.attempt().number();
        Path message = archive.freshFile(invoice.archive(), attempt + "-sent", ".xml");
        Path answer = archive.freshFile(invoice.archive(), attempt + "-answer", ".xml");
        return new OutgoingDocument(
                shipment.ubl(),
                invoice.type().orElse(DocumentType.INVOICE),
                invoice.number(),
                shipment.delivery().destination().addresses().get(0),
                message,
                answer);
    }
}
