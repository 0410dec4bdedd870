package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A document in one box of one company.
 *
 * @param sequence makes the order of documents with one CreatedOn certain
 * @param owner the company whose box it is in
 * @param content the UBL without prolog, byte for byte
 * @param psb what the PSB knows of it besides
 */
record StoredDocument(
        String externalId,
        long sequence,
        Box box,
        SimulatedCompany owner,
        String subject,
        Instant createdOn,
        Visibility visibility,
        Party sender,
        Party receiver,
        Standing standing,
        Template template,
        Transaction transaction,
        UblFacts facts,
        Content content,
        PdfDesk pdf,
        PsbCopy psb) {
    enum Box {
        INBOX,
        OUTBOX
    }

    /** @param companyId empty for a party outside eConnect */
    record Party(String companyId, String name) {}

    /** @param id the MasterId, which does not change with versions */
    record Template(String id, String name) {}

    /** @param receiverReference the id that the sender used, or empty */
    record Transaction(
            String messageId,
            Optional<String> endpoint,
            DeliveryMethod method,
            String senderReference,
            String receiverReference) {}
}
