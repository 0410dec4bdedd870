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
 * @param party name of the supplier; empty before it was fetched, and where the document has none
 * @param supplier what recognises the supplier; empty before it was fetched
 * @param number of the invoice; empty before it was fetched
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
        Gateway gateway,
        String party,
        String supplier,
        String number) {
    /** As it is at its next state, with no failures yet. */
    public Receipt at(InvoiceState next) {
        return with(next, 0, new Found(party, supplier, number, archive), fileName, hasPdf, stagedIn);
    }

    /**
     * As it is once its document is in the archive.
     *
     * @param name of the supplier; without one in the document, what was known stays
     */
    public Receipt fetched(Optional<String> name, String recognisedBy, String invoiceNumber, String folder) {
        String known = name.filter(text -> !text.isEmpty()).orElse(party);
        Found found = new Found(known, recognisedBy, invoiceNumber, folder);
        return with(InvoiceState.FETCHED, 0, found, fileName, hasPdf, stagedIn);
    }

    /** As it is once everything of it is in the archive: it has a name, and a PDF if there is the SHA-256 of one. */
    public Receipt ready(String name, Optional<String> pdfSha256) {
        Found found = new Found(party, supplier, number, archive);
        return with(InvoiceState.READY, tries, found, name, pdfSha256.isPresent(), stagedIn);
    }

    /** As it is once its hidden files are complete in this import folder. */
    public Receipt staged(String folder) {
        return with(InvoiceState.STAGED, 0, new Found(party, supplier, number, archive), fileName, hasPdf, folder);
    }

    /** What is known since it was fetched. */
    private record Found(String party, String supplier, String number, String archive) {}

    private Receipt with(InvoiceState next, int failures, Found found, String name, boolean pdf, String importFolder) {
        return new Receipt(
                invoiceId,
                company,
                externalId,
                next,
                createdOn,
                failures,
                pdfWaitUntil,
                name,
                pdf,
                found.archive(),
                importFolder,
                gateway,
                found.party(),
                found.supplier(),
                found.number());
    }
}
