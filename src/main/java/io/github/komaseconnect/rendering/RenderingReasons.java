package io.github.komaseconnect.rendering;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;

/** Why there is no PDF, in words for the bookkeeper. */
final class RenderingReasons {
    private static final String OWN_PDF_NL =
            "Laat Komas zelf een PDF maken en zet die met dezelfde naam naast het XML-bestand.";
    private static final String OWN_PDF_EN = "Let Komas make a PDF and put it beside the XML file under the same name.";

    private RenderingReasons() {}

    static Reason tooMuch(Path ubl, TooMuchToRender tooMuch, int maxLines) {
        String file = ubl.getFileName().toString();
        Reason reason =
                switch (tooMuch.what()) {
                    case LINES ->
                        Reason.of(
                                "rendering.too-many-lines",
                                "Van de factuur in " + file + " kan geen PDF gemaakt worden: er zijn meer dan "
                                        + maxLines + " regels.",
                                "No PDF can be made of the invoice in " + file + ": it has more than " + maxLines
                                        + " lines.");
                    case TEXT ->
                        Reason.of(
                                "rendering.too-much-text",
                                "Van de factuur in " + file
                                        + " kan geen PDF gemaakt worden: er staat te veel tekst in.",
                                "No PDF can be made of the invoice in " + file + ": there is too much text in it.");
                };
        return reason.advise(OWN_PDF_NL, OWN_PDF_EN);
    }

    static Reason failed(Path ubl) {
        String file = ubl.getFileName().toString();
        return Reason.of(
                        "rendering.failed",
                        "Van de factuur in " + file + " kon geen PDF gemaakt worden; de oorzaak staat in het logboek.",
                        "No PDF could be made of the invoice in " + file + "; the cause is in the log.")
                .advise(OWN_PDF_NL, OWN_PDF_EN);
    }
}
