package io.github.komaseconnect.company;

/** Whether a PDF is expected beside the XML in the export folder ({@code company.<key>.pdf}). */
public enum PdfPolicy {
    /** No PDF is looked for; one that lies there is held as left over. */
    NONE,
    /** A PDF is used when it is there or comes within {@code pickup.pdf-wait}. */
    OPTIONAL,
    /** Without a PDF the invoice is held. */
    REQUIRED
}
