package io.github.komaseconnect.payload;

import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.reason.Reason;
import java.util.Locale;
import java.util.Optional;

/** What is said of documents that are made to be sent. */
final class PayloadReasons {
    private static final long MEGABYTE = 1L << 20;
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private PayloadReasons() {}

    static Reason embedded(Embedding.Embedded made, PdfToEmbed.From from) {
        boolean rendered = from == PdfToEmbed.From.RENDERED;
        String dutch = rendered ? "Van de factuur is een PDF gemaakt; die" : "De PDF die naast de XML lag";
        String english = rendered ? "A PDF was made of the invoice; it" : "The PDF that came beside the XML";
        return Reason.of(
                "payload.embedded",
                dutch + " gaat als " + made.name() + " (" + dutch(made.pdfBytes())
                        + ") mee in de UBL die via Peppol wordt verzonden. Verder is daar niets aan veranderd.",
                english + " goes along as " + made.name() + " (" + english(made.pdfBytes())
                        + ") in the UBL that is sent over Peppol. Nothing else of it was changed.");
    }

    static Reason without(Reason why) {
        return Reason.of(
                "payload.without-pdf",
                "De factuur gaat zonder PDF via Peppol: " + why.dutch(),
                "The invoice goes over Peppol without a PDF: " + why.english());
    }

    /** Nothing is to be told of a document that shows the invoice by itself. */
    static Optional<Reason> without(Embedding obstacle) {
        return obstacle instanceof Embedding.NotEmbedded not ? Optional.of(without(not.reason())) : Optional.empty();
    }

    static Reason instead(Reason why) {
        return Reason.of(
                "payload.instead",
                "Er is een PDF van de factuur gemaakt, want " + why.dutch(),
                "A PDF was made of the invoice, since " + why.english());
    }

    static Reason notPdf(String name) {
        return Reason.of(
                "payload.not-a-pdf",
                "het bestand " + name + " dat naast de XML lag is geen PDF.",
                "the file " + name + " that came beside the XML is not a PDF.");
    }

    /**
     * @param id by which the invoice is ordered about
     * @param bytes of the document
     * @param original of the document without the PDF that was put in
     */
    static Reason tooLarge(String company, String id, long bytes, long original, long limit) {
        boolean fits = original <= limit;
        String ofWhichDutch =
                bytes == original ? "" : ", waarvan " + dutch(bytes - original) + " de toegevoegde PDF (in base64)";
        String ofWhichEnglish =
                bytes == original ? "" : ", of which " + english(bytes - original) + " the added PDF (in base64)";
        String key = "company." + company + ".embed-pdf=none";
        String withoutDutch = fits ? " Hoeft de PDF niet mee: zet " + key + "." : "";
        String withoutEnglish = fits ? " If the PDF need not go along: set " + key + "." : "";
        return new Reason(
                "peppol.too-large",
                "Deze factuur is te groot voor Peppol: " + dutch(bytes) + ofWhichDutch + "; de grens is " + dutch(limit)
                        + " (limit.peppol).",
                "This invoice is too large for Peppol: " + english(bytes) + ofWhichEnglish + "; the limit is "
                        + english(limit) + " (limit.peppol).",
                "Maak de " + (fits ? "PDF" : "bijlagen") + " kleiner en bied de factuur opnieuw aan, of stuur hem per"
                        + " e-mail of post: komas-econnect reroute "
                        + id + " --by email."
                        + withoutDutch,
                "Make the " + (fits ? "PDF" : "attachments") + " smaller and offer the invoice again, or send it by"
                        + " e-mail or print: komas-econnect reroute "
                        + id + " --by email."
                        + withoutEnglish);
    }

    private static String dutch(long bytes) {
        return size(bytes, DUTCH);
    }

    private static String english(long bytes) {
        return size(bytes, Locale.UK);
    }

    /** As people say it: 20,0 MB, or whole kilobytes below that. */
    private static String size(long bytes, Locale language) {
        return bytes < MEGABYTE
                ? Math.max(1, bytes / 1024) + " kB"
                : String.format(language, "%.1f MB", (double) bytes / MEGABYTE);
    }
}
