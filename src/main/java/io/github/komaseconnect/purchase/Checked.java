package io.github.komaseconnect.purchase;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.Remarks;
import io.github.komaseconnect.reason.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A purchase invoice of which everything is known and in the archive.
 *
 * @param receipt as it is once that is recorded: with its file name, and with a PDF or without
 * @param pdfSha256 of its PDF; empty when it has none
 * @param findings what is still to be recorded of it; empty when that was done before
 */
record Checked(Receipt receipt, String pdfSha256, Optional<Findings> findings) {
    /**
     * What was found out about the invoice.
     *
     * @param remarks what it lacks
     * @param withoutPdf why it has no PDF, where that is to be told
     */
    record Findings(List<Reason> remarks, Optional<Reason> withoutPdf) {}

    /**
     * Records that it goes on in this state, and what was found out, within a transaction.
     *
     * @param stagedIn the import folder in which its files are complete; empty before that
     * @param remarks of the steps that follow on the check
     */
    void record(Ledger.Books books, InvoiceState state, String stagedIn, Map<Remarks.Step, List<Reason>> remarks) {
        long id = receipt.invoiceId();
        Map<Remarks.Step, List<Reason>> all = new EnumMap<>(Remarks.Step.class);
        all.putAll(remarks);
        findings.ifPresent(found -> all.put(Remarks.Step.CHECKED, found.remarks()));
        if (findings.isPresent()) {
            books.invoices().complete(id, state, pdfSha256);
        } else {
            books.invoices().state(id, state, Optional.empty());
        }
        books.receipts().named(id, receipt.fileName(), stagedIn);
        if (!all.isEmpty()) {
            books.remarks().found(id, all);
        }
        findings.flatMap(Findings::withoutPdf).map(PurchaseReasons::withoutPdf).ifPresent(warning -> books.events()
                .add(id, "warning", warning.dutch(), warning.english()));
    }
}
