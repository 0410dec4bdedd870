package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** The UBL that a mail carries. */
public sealed interface CarriedUbl {
    /** This file. */
    record File(Path file) implements CarriedUbl {}

    /** None can be made. */
    record Impossible(Reason reason) implements CarriedUbl {}

    /**
     * The document itself, or where the relation wants that, a copy with the PDF in it; one that shows the invoice already
     * stays as it is.
     *
     * @param name base name of the PDF in it
     * @param copy where a copy is written
     * @throws IOException when a file cannot be read or written
     */
    static CarriedUbl of(Attachments attachments, PdfEmbedding embedding, Path ubl, Path pdf, String name, Path copy)
            throws IOException {
        if (attachments != Attachments.UBL_WITH_PDF) {
            return new File(ubl);
        }
        Embedding made = embedding.embed(ubl, pdf, name, copy);
        if (made instanceof Embedding.NotEmbedded not) {
            return new Impossible(not.reason());
        }
        return new File(made instanceof Embedding.Embedded embedded ? embedded.file() : ubl);
    }
}
