package io.github.komaseconnect.payload;

import io.github.komaseconnect.company.EmbedPdf;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.Look;
import io.github.komaseconnect.rendering.PdfRendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds the PDF that goes along in a UBL: the one that came beside it, else, if wanted, one that is made of it. */
final class PdfToEmbed {
    private final InvoicePdf rendering;

    PdfToEmbed(InvoicePdf rendering) {
        this.rendering = rendering;
    }

    /** Where a PDF comes from. */
    enum From {
        BESIDE,
        RENDERED
    }

    /**
     * What was found.
     *
     * @param file empty when none goes along
     * @param warning what could not be used, and why
     */
    record Found(Optional<Path> file, From from, Optional<Reason> warning) {}

    /**
     * @param beside the PDF that came with the XML
     * @param name by which people know that one
     * @param folder where one that is made is kept; one that was made there before is taken
     */
    Found find(EmbedPdf policy, Path ubl, Optional<Path> beside, String name, Look look, Path folder)
            throws IOException {
        if (beside.isPresent() && PdfMark.isIn(beside.get())) {
            return new Found(beside, From.BESIDE, Optional.empty());
        }
        Optional<Reason> unusable = beside.map(file -> PayloadReasons.notPdf(name));
        if (policy != EmbedPdf.RENDERED) {
            return new Found(Optional.empty(), From.BESIDE, unusable.map(PayloadReasons::without));
        }
        Path target = folder.resolve("rendered-" + look.language().name().toLowerCase(Locale.ROOT) + ".pdf");
        PdfRendering made =
                Files.exists(target) ? new PdfRendering.Rendered(target) : rendering.render(ubl, look, target);
        return made instanceof PdfRendering.CannotRender cannot
                ? new Found(Optional.empty(), From.RENDERED, Optional.of(PayloadReasons.without(cannot.reason())))
                : new Found(Optional.of(target), From.RENDERED, unusable.map(PayloadReasons::instead));
    }
}
