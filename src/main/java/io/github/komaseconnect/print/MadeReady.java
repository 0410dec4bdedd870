package io.github.komaseconnect.print;

import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.rendering.BatchPdf.Part;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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

    /** In their order, in parts of at most so many bytes; what is larger by itself is one by itself. */
    static List<List<MadeReady>> inParts(List<MadeReady> all, long most) throws IOException {
        List<List<MadeReady>> parts = new ArrayList<>();
        long bytes = 0;
        for (MadeReady one : all) {
            long its = Files.size(one.part().pdf());
            if (parts.isEmpty() || bytes + its > most) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).add(one);
            bytes += its;
        }
        return parts;
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
