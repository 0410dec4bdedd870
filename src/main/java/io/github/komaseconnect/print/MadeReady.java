package io.github.komaseconnect.print;

import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.rendering.BatchPdf.Part;
import java.math.BigDecimal;
import java.util.Optional;

/** An invoice that can be printed together with others, and what the list in front says of it. */
record MadeReady(Prepared prepared, Part part) {
    static MadeReady of(Prepared prepared, int pages) {
        LedgerInvoice invoice = prepared.shipment().invoice();
        boolean known = !invoice.amount().isEmpty();
        BigDecimal amount = known ? new BigDecimal(invoice.amount()) : BigDecimal.ZERO;
        boolean credit = invoice.type().equals(Optional.of(DocumentType.CREDIT_NOTE));
        return new MadeReady(
                prepared,
                new Part(
                        prepared.file().orElseThrow(),
                        invoice.number(),
                        invoice.party(),
                        credit ? amount.negate() : amount,
                        known ? invoice.currency() : "",
                        pages));
    }

    long deliveryId() {
        return prepared.shipment().delivery().id();
    }

    /** The same, with the delivery as it is now. */
    MadeReady with(Delivery now) {
        Shipment before = prepared.shipment();
        Shipment after = new Shipment(before.company(), before.invoice(), now, before.ubl(), before.sha256());
        return new MadeReady(Prepared.toGo(after, prepared.file().orElseThrow()), part);
    }
}
