package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Party;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the metadata of documents. */
final class DocumentMarkup {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Platform platform;

    DocumentMarkup(Platform platform) {
        this.platform = platform;
    }

    /** The fields of a document as they stand in a list. */
    void listed(Markup out, StoredDocument document) {
        Standing.Snapshot standing = document.standing().now();
        head(out, document, standing);
        out.open("Status");
        status(out, standing.status());
        out.close("Status");
        tail(out, document);
    }

    /** The fields of a document that was fetched, up to and without its payload. */
    void details(Markup out, StoredDocument document) {
        Standing.Snapshot standing = document.standing().now();
        head(out, document, standing);
        out.open("Status");
        statusDetails(out, document, standing);
        out.close("Status");
        tail(out, document);
    }

    /** A status with who set it and when. */
    void statusDetails(Markup out, StoredDocument document, Standing.Snapshot standing) {
        status(out, standing.status());
        out.open("Info")
                .text("UserId", "simulator")
                .text("UserName", standing.changedBy())
                .text("AccountId", document.owner().companyId())
                .text("AccountName", document.owner().name())
                .text("ChangedOn", TIME.format(standing.modifiedOn()))
                .close("Info");
    }

    static void status(Markup out, InvoiceStatus status) {
        out.text("Name", status.dutchName()).text("Code", status.code());
    }

    private void head(Markup out, StoredDocument document, Standing.Snapshot standing) {
        out.text("ExternalId", document.externalId())
                .text("DocumentId", "")
                .text("Subject", document.subject())
                .text("CreatedOn", time(document.createdOn()))
                .text("ModifiedOn", time(standing.modifiedOn()));
        party(out, "Sender", document.sender());
        party(out, platform.has(Quirk.RECIEVER) ? "Reciever" : "Receiver", document.receiver());
    }

    private void tail(Markup out, StoredDocument document) {
        out.open("Template")
                .text("Id", document.template().id())
                .text("Name", document.template().name())
                .text("MasterId", document.template().id())
                .text("MasterName", document.template().name())
                .close("Template");
        StoredDocument.Transaction transaction = document.transaction();
        out.open("Transaction")
                .optional("Endpoint", transaction.endpoint())
                .text("MessageId", transaction.messageId())
                .text(
                        "DeliveryMethod",
                        document.standing().way().orElse(transaction.method()).wireName())
                .text("SenderReferenceId", transaction.senderReference())
                .text("ReceiverReferenceId", transaction.receiverReference())
                .close("Transaction");
    }

    private static void party(Markup out, String element, Party party) {
        out.open(element)
                .text("EConnectPartyId", party.companyId())
                .text("Name", party.name())
                .close(element);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
