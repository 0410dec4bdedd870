package io.github.komaseconnect.payload;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.EmbedPdf;
import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@link PeppolPayload} would make of a document, without a ledger: for {@code explain}. */
public final class PayloadPreview {
    private final PdfEmbedding embedding;
    private final PdfToEmbed pdfs;
    private final long limit;

    /** @param limit bytes that a document may have ({@code limit.peppol}) */
    public PayloadPreview(PdfEmbedding embedding, InvoicePdf rendering, long limit) {
        this.embedding = embedding;
        this.pdfs = new PdfToEmbed(rendering);
        this.limit = limit;
    }

    /**
     * What would be sent.
     *
     * @param document the file itself, or one that was made in the folder
     * @param told what would be told of the PDF; empty when there is nothing to tell
     * @param obstacle why it would be held
     */
    public record Seen(Path document, Optional<Reason> told, Optional<Reason> obstacle) {}

    /**
     * Looks at a document that would go out over Peppol.
     *
     * @param beside the PDF that came with it
     * @param folder for what is made
     */
    public Seen look(Company company, Path ubl, Optional<Path> beside, Look look, Path folder) throws IOException {
        Path document = ubl;
        Optional<Reason> told = Optional.empty();
        boolean wanted =
                company.embedPdf() == EmbedPdf.RENDERED || company.embedPdf() == EmbedPdf.PAIRED && beside.isPresent();
        Optional<Embedding> obstacle = wanted ? embedding.obstacle(ubl) : Optional.empty();
        if (obstacle.isPresent()) {
            told = PayloadReasons.without(obstacle.get());
        } else if (wanted) {
            String name = beside.map(file -> file.getFileName().toString()).orElse("");
            PdfToEmbed.Found pdf = pdfs.find(company.embedPdf(), ubl, beside, name, look, folder);
            told = pdf.warning();
            if (pdf.file().isPresent()) {
                String base = name.isEmpty() ? "factuur" : name.substring(0, name.length() - ".pdf".length());
                Embedding made = embedding.embed(ubl, pdf.file().get(), base, folder.resolve("with-pdf.xml"));
                if (made instanceof Embedding.Embedded embedded) {
                    document = embedded.file();
                    told = Optional.of(PayloadReasons.embedded(embedded, pdf.from()));
                } else if (made instanceof Embedding.NotEmbedded not) {
                    told = Optional.of(PayloadReasons.without(not.reason()));
                }
            }
        }
        long bytes = Files.size(document);
        Optional<Reason> tooLarge = bytes > limit
                ? Optional.of(PayloadReasons.tooLarge(company.key(), "ID", bytes, Files.size(ubl), limit))
                : Optional.empty();
        return new Seen(document, told, tooLarge);
    }
}
