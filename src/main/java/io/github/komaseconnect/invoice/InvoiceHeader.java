package io.github.komaseconnect.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the program needs to know of a UBL invoice or credit note; the rest of the document is never interpreted.
 *
 * @param type by root element, never by type code
 * @param number {@code cbc:ID} (BT-1), stripped, not empty
 * @param customizationId profile (BT-24), empty when absent
 * @param issueDate BT-2; empty when absent or not a date
 * @param currency BT-5
 * @param payableAmount BT-115; empty when absent or not a number
 * @param supplier the seller (BG-4)
 * @param customer the buyer (BG-7)
 * @param embeddedPdf name of the embedded PDF that shows the invoice (BG-24), when there is one; not that of one that
 *     looks like something else, such as a timesheet
 */
public record InvoiceHeader(
        DocumentType type,
        String number,
        String customizationId,
        Optional<LocalDate> issueDate,
        Optional<String> currency,
        Optional<BigDecimal> payableAmount,
        InvoiceParty supplier,
        InvoiceParty customer,
        Optional<String> embeddedPdf) {}
