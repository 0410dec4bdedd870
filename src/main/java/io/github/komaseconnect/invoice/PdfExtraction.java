package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;

/** What came of looking for the PDF that is embedded in an invoice. */
public sealed interface PdfExtraction {
    /**
     * The PDF was written.
     *
     * @param file the whole PDF
     * @param name by which the document calls it, made safe as a file name; ends in {@code .pdf}
     */
    record Extracted(Path file, String name) implements PdfExtraction {}

    /** The document has no PDF that shows the invoice. */
    record None() implements PdfExtraction {}

    /** It has something that is called a PDF but is not one; nothing was written. */
    record Unusable(Reason reason) implements PdfExtraction {}
}
