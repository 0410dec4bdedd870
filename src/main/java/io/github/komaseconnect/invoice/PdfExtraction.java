package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.util.Optional;

/** What came of looking for the PDF that is embedded in an invoice. */
public sealed interface PdfExtraction {
    /**
     * The PDF was written.
     *
     * @param file the whole PDF
     * @param name by which the document calls it, made safe as a file name; ends in {@code .pdf}
     */
    record Extracted(Path file, String name) implements PdfExtraction {}

    /**
     * The document has no PDF that shows the invoice.
     *
     * @param passedOver what only bears the name of a PDF, and is not marked as the image of the invoice either
     */
    record None(Optional<Reason> passedOver) implements PdfExtraction {}

    /**
     * It has something that is called a PDF and is not a whole one; nothing was written. When the image of the invoice was
     * looked for, the reason says what to do with an invoice that is to be sent.
     */
    record Unusable(Reason reason) implements PdfExtraction {}
}
