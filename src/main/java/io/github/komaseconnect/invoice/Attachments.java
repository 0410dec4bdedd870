package io.github.komaseconnect.invoice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects the embedded documents of an invoice and picks the PDF that shows the invoice itself. */
final class Attachments {
    static final String REFERENCE = "/cac:AdditionalDocumentReference";
    static final String CONTENT = REFERENCE + "/cac:Attachment/cbc:EmbeddedDocumentBinaryObject";

    /** Nobody embeds more; a document that does shall not fill the memory. */
    private static final int MOST = 1000;

    private final List<Attachment> found = new ArrayList<>();
    private int position = -1;
    private String id = "";
    private String typeCode = "";
    private String description = "";

    Attachments(Fields fields) {
        fields.atStart(REFERENCE, this::nextReference);
        fields.want(REFERENCE + "/cbc:ID", field -> id = field.text());
        fields.want(REFERENCE + "/cbc:DocumentTypeCode", field -> typeCode = field.text());
        fields.want(REFERENCE + "/cbc:DocumentDescription", field -> describe(field.text()));
        fields.want(CONTENT, PdfMark.WITHIN_BASE64, this::add);
    }

    private void nextReference() {
        position++;
        id = "";
        typeCode = "";
        description = "";
    }

    private void describe(String text) {
        if (description.length() < Fields.USUAL_LENGTH) {
            description += " " + text;
        }
    }

    /** The attachment comes last in a reference, by the UBL schema. */
    private void add(Fields.Found content) {
        if (found.size() == MOST) {
            return;
        }
        found.add(new Attachment(
                position,
                id,
                typeCode,
                description.strip(),
                content.attribute("filename"),
                content.attribute("mimeCode"),
                PdfMark.isInBase64(content.text())));
    }

    /** The PDF that shows the invoice: one that is marked so, else the first, those that look like something else last. */
    Optional<Attachment> invoicePdf(String invoiceNumber) {
        return likeliest(candidates().stream().filter(Attachment::isPdf), invoiceNumber);
    }

    /**
     * As {@link #invoicePdf}, but none when all that there is looks like something else; nor one that is not marked beside
     * something else that names the invoice: either may be it, as in "Factuur 12 werkbonnr 3" beside "Bijlage".
     */
    Optional<Attachment> image(String invoiceNumber) {
        boolean doubtful = candidates().stream()
                .filter(Attachment::isPdf)
                .anyMatch(pdf -> !pdf.mayShowInvoice(invoiceNumber) && pdf.names(invoiceNumber));
        return invoicePdf(invoiceNumber)
                .filter(pdf -> pdf.mayShowInvoice(invoiceNumber))
                .filter(pdf -> !doubtful || pdf.isMarked(invoiceNumber));
    }

    /** What is declared to be a PDF and is none: the one that is likeliest to stand for the invoice. */
    Optional<Attachment> fake(String invoiceNumber) {
        return likeliest(candidates().stream().filter(each -> !each.isPdf()), invoiceNumber);
    }

    private List<Attachment> candidates() {
        return found.stream().filter(Attachment::isDeclaredPdf).toList();
    }

    private static Optional<Attachment> likeliest(Stream<Attachment> some, String invoiceNumber) {
        return some.max(Comparator.comparing((Attachment each) -> each.likelihood(invoiceNumber))
                .thenComparing(Comparator.comparing(Attachment::position).reversed()));
    }
}
