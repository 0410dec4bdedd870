package io.github.komaseconnect.rendering;

import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Chooses the PDF that a customer gets: the one that came beside the XML, else the one embedded in it, else one rendered
 * from it. An embedded one that looks like something else than the invoice, such as a timesheet, never stands for it; one
 * that is called a PDF, is none, and is not marked as the invoice gives way to the rendered one, with a warning.
 */
public final class PdfChoice {
    private final EmbeddedPdf embedded;
    private final InvoicePdf rendering;

    /** Extracts with {@code embedded}, renders with {@code rendering}. */
    public PdfChoice(EmbeddedPdf embedded, InvoicePdf rendering) {
        this.embedded = embedded;
        this.rendering = rendering;
    }

    /** What was chosen. */
    public sealed interface Choice {}

    /**
     * The PDF is {@code file}.
     *
     * @param warning what was passed over for it, in words for the company
     */
    public record Chosen(Path file, Optional<Reason> warning) implements Choice {
        Chosen(Path file) {
            this(file, Optional.empty());
        }
    }

    /** There is none that may be sent. */
    public record Impossible(Reason reason) implements Choice {}

    /**
     * Chooses; an extracted or rendered PDF is written into {@code folder}.
     *
     * @param beside the PDF that came with the XML
     * @param look of a PDF that is rendered
     * @throws IOException when a file cannot be read or written
     */
    public Choice choose(Path ubl, Optional<Path> beside, Look look, Path folder) throws IOException {
        if (beside.isPresent()) {
            return PdfMark.isIn(beside.get()) ? new Chosen(beside.get()) : new Impossible(notPdf());
        }
        Path extracted = folder.resolve("embedded.pdf");
        if (Files.exists(extracted)) {
            return new Chosen(extracted);
        }
        PdfExtraction extraction = embedded.extractImage(ubl, extracted);
        if (extraction instanceof PdfExtraction.Extracted found) {
            return new Chosen(found.file());
        }
        if (extraction instanceof PdfExtraction.Unusable unusable) {
            return new Impossible(unusable.reason());
        }
        Optional<Reason> warning = extraction instanceof PdfExtraction.None none
                ? none.passedOver().map(PdfChoice::instead)
                : Optional.empty();
        Path rendered =
                folder.resolve("rendered-" + look.language().name().toLowerCase(java.util.Locale.ROOT) + ".pdf");
        if (Files.exists(rendered)) {
            return new Chosen(rendered, warning);
        }
        PdfRendering result = rendering.render(ubl, look, rendered);
        return result instanceof PdfRendering.Rendered done
                ? new Chosen(done.file(), warning)
                : new Impossible(((PdfRendering.CannotRender) result).reason());
    }

    private static Reason instead(Reason passedOver) {
        return Reason.of(
                        "pdf.instead",
                        passedOver.dutch() + " De klant krijgt een PDF die van de factuur zelf is gemaakt.",
                        passedOver.english() + " The customer gets a PDF that was made of the invoice itself.")
                .advise("Kijk na wat Komas als bijlage in de factuur zet.", "See what Komas attaches to the invoice.");
    }

    private static Reason notPdf() {
        return new Reason(
                "pdf.not-a-pdf",
                "Het PDF-bestand bij deze factuur is geen PDF.",
                "The PDF file with this invoice is not a PDF.",
                "Maak de PDF in Komas opnieuw en zet XML en PDF samen in de exportmap.",
                "Make the PDF in Komas again and put XML and PDF into the export folder together.");
    }
}
