package io.github.komaseconnect.ledger;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * One invoice as the ledger knows it. Texts are empty where a fact is unknown.
 *
 * @param party the customer of a sales invoice, the supplier of a purchase invoice
 * @param supplier purchase: what recognises the supplier (CoC number, VAT number or name)
 * @param externalId eConnect's id
 * @param sha256 of the UBL file as it came
 * @param originalName file name as Komas wrote it
 * @param stem file name without extension in our folders, unique per company
 * @param where the folder its file is in and, until the move is done, where it comes from
 * @param archive its folder in the archive, relative
 * @param reason why it is held, replaced or skipped
 */
public record LedgerInvoice(
        long id,
        String company,
        Direction direction,
        Optional<DocumentType> type,
        String number,
        String party,
        String supplier,
        String issueDate,
        String currency,
        String amount,
        String externalId,
        String sha256,
        String pdfSha256,
        String originalName,
        String stem,
        boolean hasXml,
        boolean hasPdf,
        Whereabouts where,
        String archive,
        InvoiceState state,
        Optional<Reason> reason,
        Instant createdAt,
        Instant changedAt) {

    /**
     * Where the file is meant to be and where it was before.
     *
     * @param path below the place's folder, without extension
     * @param placed whether the move from {@code fromPlace} has been done
     */
    public record Whereabouts(Place place, String path, Place fromPlace, String fromPath, boolean placed) {}

    /** Begins the id of a document that came without one of eConnect's; nothing can be asked or told about it. */
    public static final String UNNAMED = "MAIL-";

    /** Whether eConnect knows it by its id: what came by mail may be without one. */
    public boolean isNamed() {
        return !externalId.startsWith(UNNAMED);
    }

    /** How people and log lines name it: number, else the file name. */
    public String label() {
        return label(number, originalName, externalId);
    }

    /** {@link #label()} of one that has these. */
    public static String label(String number, String originalName, String externalId) {
        return number.isEmpty() ? (originalName.isEmpty() ? externalId : originalName) : number;
    }
}
