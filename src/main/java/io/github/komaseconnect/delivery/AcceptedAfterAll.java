package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.HeldInvoices;
import java.util.EnumSet;
import java.util.Set;

/**
 * eConnect speaks by itself of a document under the id that we gave it: then it accepted the document, whatever is known of
 * our attempts. A doubt ends so, and nothing is sent again.
 */
public final class AcceptedAfterAll {
    /** States of an invoice whose newest delivery is its way to the customer. */
    private static final Set<InvoiceState> ON_THIS_WAY = EnumSet.of(InvoiceState.ON_ITS_WAY, InvoiceState.HELD);

    private final Archive archive;
    private final AttemptBook attempts;

    /** What follows for an invoice is recorded as {@code attempts} does after an attempt. */
    public AcceptedAfterAll(Archive archive, AttemptBook attempts) {
        this.archive = archive;
        this.attempts = attempts;
    }

    /** What is known of a delivery of which eConnect speaks. */
    public enum Known {
        /** That it was accepted, since now or before. */
        ACCEPTED,
        /** It was accepted too, while its invoice was given up, or goes or went some other way: the customer may have it twice. */
        ACCEPTED_BESIDE,
        /** An attempt is open, and its answer says what came of it; or nothing was ever sent. */
        NOT_YET
    }

    /**
     * Records that it was accepted, within a transaction of the caller, who has the invoice's file moved afterwards.
     *
     * @param topic what eConnect says of it
     */
    public Known record(Ledger.Books books, Company company, Delivery delivery, String topic) {
        boolean taken = delivery.state() == DeliveryState.DELIVERED
                || !delivery.reference().isEmpty();
        if (taken) {
            return Known.ACCEPTED;
        }
        String id = delivery.passage().map(Delivery.Passage::documentId).orElse("");
        if (id.isEmpty() || delivery.state() == DeliveryState.ATTEMPTING) {
            return Known.NOT_YET;
        }
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        Reason told = Outcomes.acceptedAsTold(topic, id);
        books.events().add(invoice.id(), "found", told.dutch(), told.english());
        boolean isNewest = books.deliveries().of(invoice.id()).get(0).id() == delivery.id();
        if (!isNewest || !ON_THIS_WAY.contains(invoice.state())) {
            books.deliveries().delivered(delivery.id(), id);
            return Known.ACCEPTED_BESIDE;
        }
        Shipment shipment = new Shipment(company, invoice, delivery, archive.path(invoice.archive(), Archive.DOCUMENT));
        attempts.consequences().arrived(books, shipment, id);
        HeldInvoices.released(books, invoice);
        return Known.ACCEPTED;
    }
}
