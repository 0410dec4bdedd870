package io.github.komaseconnect.rendering;

import io.github.komaseconnect.reason.Reason;

/** Why there is no PDF, in words for the bookkeeper. */
final class RenderingReasons {
    private static final String OWN_PDF_NL =
            "Laat Komas zelf een PDF maken en zet XML en PDF samen, onder dezelfde naam,"
                    + " opnieuw in de exportmap. Of verzend hem via Peppol, waar geen PDF bij nodig is: komas-econnect reroute ID"
                    + " --by peppol.";
    private static final String OWN_PDF_EN =
            "Let Komas make a PDF and put XML and PDF, under the same name, into the export"
                    + " folder together. Or send it over Peppol, where no PDF is needed: komas-econnect reroute ID --by peppol.";

    private RenderingReasons() {}

    static Reason tooMuch(TooMuchToRender tooMuch, int maxLines) {
        Reason reason =
                switch (tooMuch.what()) {
                    case LINES ->
                        Reason.of(
                                "rendering.too-many-lines",
                                "Van deze factuur kan geen PDF gemaakt worden: hij heeft meer dan " + maxLines
                                        + " regels.",
                                "No PDF can be made of this invoice: it has more than " + maxLines + " lines.");
                    case ELEMENTS ->
                        Reason.of(
                                "rendering.too-many-details",
                                "Van deze factuur kan geen PDF gemaakt worden: er staan te veel gegevens in één regel, of"
                                        + " buiten de regels.",
                                "No PDF can be made of this invoice: there are too many details in one line, or outside"
                                        + " the lines.");
                    case TEXT ->
                        Reason.of(
                                "rendering.too-much-text",
                                "Van deze factuur kan geen PDF gemaakt worden: er staat te veel in (tekst, of gegevens"
                                        + " bij de regels).",
                                "No PDF can be made of this invoice: there is too much in it (text, or details of its"
                                        + " lines).");
                };
        return reason.advise(OWN_PDF_NL, OWN_PDF_EN);
    }

    static Reason tooLarge() {
        return Reason.of(
                        "rendering.too-large",
                        "Van deze factuur kon geen PDF gemaakt worden: dat kost meer geheugen dan het programma heeft.",
                        "No PDF could be made of this invoice: that takes more memory than the program has.")
                .advise(OWN_PDF_NL, OWN_PDF_EN);
    }

    static Reason failed() {
        return Reason.of(
                        "rendering.failed",
                        "Van deze factuur kon geen PDF gemaakt worden; de oorzaak staat in het logboek.",
                        "No PDF could be made of this invoice; the cause is in the log.")
                .advise(OWN_PDF_NL, OWN_PDF_EN);
    }
}
