package io.github.komaseconnect.company;

/** Which PDF is put into a UBL that has none before it goes out over Peppol ({@code company.<key>.embed-pdf}). */
public enum EmbedPdf {
    /** None: the UBL goes as Komas wrote it. */
    NONE,
    /** The one that came beside it in the export folder. */
    PAIRED,
    /** That one, else one that is made of the UBL. */
    RENDERED
}
