package io.github.komaseconnect.sales;

import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.TextRepair;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/**
 * A claimed file after reading: either a usable invoice, or a reason why it is not.
 *
 * @param header present when the file is one UBL invoice or credit note of this company
 * @param fault why it cannot be sent as it is; may be present together with a header (e.g. another supplier)
 * @param sha256 of the XML, or of the PDF for one that is left over
 * @param pdfSha256 empty without a PDF
 * @param repair how its text is mended in what is sent; the file itself stays as it is
 */
public record Arrival(
        Claim claim,
        Optional<InvoiceHeader> header,
        Optional<Reason> fault,
        String sha256,
        String pdfSha256,
        Optional<TextRepair> repair) {
    /** One whose text is as it should be, or that is of no use. */
    public Arrival(
            Claim claim, Optional<InvoiceHeader> header, Optional<Reason> fault, String sha256, String pdfSha256) {
        this(claim, header, fault, sha256, pdfSha256, Optional.empty());
    }
}
