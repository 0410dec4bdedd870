package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;

/** What came of putting a PDF into a UBL document. */
public sealed interface Embedding {
    /**
     * A copy with the PDF in it was written.
     *
     * @param file the copy: the bytes of the original, with one element added
     * @param name by which the copy calls the PDF
     * @param pdfBytes size of the PDF
     */
    record Embedded(Path file, String name, long pdfBytes) implements Embedding {}

    /**
     * The document shows the invoice already; nothing was written.
     *
     * @param name of the PDF in it
     */
    record CarriesOne(String name) implements Embedding {}

    /** It cannot be done; nothing was written, and the document can go out as it is. */
    record NotEmbedded(Reason reason) implements Embedding {}
}
