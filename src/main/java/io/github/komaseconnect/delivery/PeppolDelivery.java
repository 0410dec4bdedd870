package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Sends an invoice through eConnect, by the gateway that its first attempt went by; one call, whose message and answer are
 * archived.
 */
public final class PeppolDelivery {
    private final Connections connections;
    private final Archive archive;

    /** Sends by {@code connections}. */
    public PeppolDelivery(Connections connections, Archive archive) {
        this.connections = connections;
        this.archive = archive;
    }

    /** Sends when it is its turn; the attempt must be in the ledger already. */
    public EndedAttempt send(Turn turn) {
        return turn.rest()
                .map(rest -> new EndedAttempt(turn.open(), new AttemptOutcome.NotTried(rest)))
                .orElseGet(() -> send(turn.open()));
    }

    /** Sends; the attempt must be in the ledger already. */
    EndedAttempt send(OpenAttempt open) {
        OutgoingDocument document;
        try {
            document = document(open);
        } catch (UncheckedIOException e) {
            return new EndedAttempt(open, new AttemptOutcome.Temporary(Outcomes.archiveGone(e)));
        }
        Shipment shipment = open.shipment();
        Gateway gateway = passage(shipment).gateway();
        AttemptOutcome outcome =
                Outcomes.of(connections.of(shipment.company(), gateway).send(document));
        return new EndedAttempt(
                open,
                shipment.isByFormerGateway() ? byFormer(shipment, gateway, outcome) : outcome,
                List.of(document.archived(), document.answer()));
    }

    private static Passage passage(Shipment shipment) {
        return shipment.delivery().passage().orElseThrow(() -> new IllegalStateException("no attempt was begun"));
    }

    /** What a gateway that the company has left says of keys is no matter of its other invoices. */
    private static AttemptOutcome byFormer(Shipment shipment, Gateway gateway, AttemptOutcome outcome) {
        if (outcome instanceof AttemptOutcome.Blocked blocked) {
            Reason reason = Outcomes.formerGateway(blocked.reason(), gateway);
            return shipment.delivery().isRepeated()
                    ? new AttemptOutcome.InDoubt(reason)
                    : new AttemptOutcome.Rejected(reason);
        }
        return outcome;
    }

    private OutgoingDocument document(OpenAttempt open) {
        Shipment shipment = open.shipment();
        LedgerInvoice invoice = shipment.invoice();
        Gateway gateway = passage(shipment).gateway();
        String attempt = "delivery-" + shipment.delivery().id() + "-attempt-"
                + open.attempt().number();
        Path message = archive.freshFile(invoice.archive(), attempt + "-sent", gateway.messageExtension());
        Path answer = Archive.freshBeside(message, attempt + "-answer", gateway.answerExtension());
        return new OutgoingDocument(
                shipment.ubl(),
                invoice.type().orElse(DocumentType.INVOICE),
                invoice.number(),
                shipment.delivery().destination().addresses().get(0),
                passage(shipment).documentId(),
                message,
                answer);
    }
}
