package io.github.komaseconnect.sales;

import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/**
 * A claimed file after reading: either a usable invoice, or a reason why it is not.
 *
 * @param header present when the file is one UBL invoice or credit note of this company
 * @param fault why it cannot be sent as it is; may be present together with a header (e.g. another supplier)
 * @param sha256 of the XML, or of the PDF for one that is left over
 * @param pdfSha256 empty without a PDF
 */
public record Arrival(
        Claim claim, Optional<InvoiceHeader> header, Optional<Reason> fault, String sha256, String pdfSha256) {}
