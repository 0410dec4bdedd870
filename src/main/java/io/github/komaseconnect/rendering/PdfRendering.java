package io.github.komaseconnect.rendering;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;

/** What came of making a PDF of an invoice. */
public sealed interface PdfRendering {
    /** The whole PDF is in {@code file}. */
    record Rendered(Path file) implements PdfRendering {}

    /** There is no PDF, and trying again will not help. */
    record CannotRender(Reason reason) implements PdfRendering {}
}
