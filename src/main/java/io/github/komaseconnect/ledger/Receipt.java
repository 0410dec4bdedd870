package io.github.komaseconnect.ledger;

import io.github.komaseconnect.company.Gateway;
import java.time.Instant;
import java.util.Optional;

/**
 * The work of receiving one purchase invoice.
 *
 * @param state of its invoice: what the next step is
 * @param tries how often the present step failed in a row
 * @param pdfWaitUntil until when a PDF is waited for; empty before the first time it was asked for
 * @param fileName name in the import folder without extension; empty until recorded
 * @param archive its folder in the archive, relative
 * @param stagedIn the import folder in which its hidden files were made complete; empty before that
 * @param gateway the one that told of it: it is fetched there, also when the company uses another one since
 */
public record Receipt(
        long invoiceId,
        String company,
        String externalId,
        InvoiceState state,
        Instant createdOn,
        int tries,
        Optional<Instant> pdfWaitUntil,
        String fileName,
        boolean hasPdf,
        String archive,
        String stagedIn,
        Gateway gateway) {
    /** As it is once everything of it is in the archive: it has a name, and a PDF if there is the SHA-256 of one. */
    public Receipt ready(String name, Optional<String> pdfSha256) {
        return new Receipt(
                invoiceId,
                company,
                externalId,
                InvoiceState.READY,
                createdOn,
                tries,
                pdfWaitUntil,
                name,
                pdfSha256.isPresent(),
                archive,
                stagedIn,
                gateway);
    }
}
