package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.relation.Destination;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one e-mail with an invoice is made of.
 *
 * @param company the sender
 * @param destination to whom and in which language
 * @param invoice the facts named in subject and text
 * @param ubl the document as it came, which names the mail
 * @param carried the document to attach, exactly these bytes: {@code ubl} itself, or that with the PDF inside
 * @param pdf the PDF to attach, exactly these bytes
 * @param baseName file name of both attachments, without extension
 * @param deliveryId names the delivery in the Message-ID: the same delivery always gets the same one
 * @param rehearsal when it is not for real
 */
public record InvoiceMail(
        Company company,
        Destination destination,
        InvoiceHeader invoice,
        Path ubl,
        Path carried,
        Path pdf,
        String baseName,
        String deliveryId,
        Optional<Rehearsal> rehearsal) {
    /** A mail for real. */
    public InvoiceMail(
            Company company,
            Destination destination,
            InvoiceHeader invoice,
            Path ubl,
            Path pdf,
            String baseName,
            String deliveryId) {
        this(company, destination, invoice, ubl, ubl, pdf, baseName, deliveryId, Optional.empty());
    }
}
