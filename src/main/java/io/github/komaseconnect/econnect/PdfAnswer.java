package io.github.komaseconnect.econnect;

import java.nio.file.Path;

/** What eConnect has as the PDF of a received document. */
public sealed interface PdfAnswer {
    /** The PDF was written to {@code file}. */
    record Ready(Path file) implements PdfAnswer {}

    /** It is still being made (ERRDMN8000003): ask again later. */
    record BeingMade() implements PdfAnswer {}

    /** This gateway makes no PDFs: there is none but what may be embedded in the document. */
    record NeverMade() implements PdfAnswer {}
}
