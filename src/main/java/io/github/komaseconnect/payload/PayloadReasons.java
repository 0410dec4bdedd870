package io.github.komaseconnect.payload;

import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.reason.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is said of documents that are made to be sent. */
final class PayloadReasons {
    private static final long MEGABYTE = 1L << 20;

    private PayloadReasons() {}

    static Reason embedded(Embedding.Embedded made, boolean rendered) {
        String dutch = rendered ? "Van de factuur is een PDF gemaakt; die" : "De PDF die naast de XML lag";
        String english = rendered ? "A PDF was made of the invoice; it" : "The PDF that came beside the XML";
        return Reason.of(
                "payload.embedded",
                dutch + " gaat als " + made.name() + " (" + size(made.pdfBytes())
                        + ") mee in de UBL die via Peppol wordt verzonden. Verder is daar niets aan veranderd.",
                english + " goes along as " + made.name() + " (" + size(made.pdfBytes())
                        + ") in the UBL that is sent over Peppol. Nothing else of it was changed.");
    }

    static Reason without(Reason why) {
        return Reason.of(
                "payload.without-pdf",
                "De factuur gaat zonder PDF via Peppol: " + why.dutch(),
                "The invoice goes over Peppol without a PDF: " + why.english());
    }

    static Reason notPdf(String name) {
        return Reason.of(
                "payload.not-a-pdf",
                "het bestand " + name + " dat naast de XML lag is geen PDF.",
                "the file " + name + " that came beside the XML is not a PDF.");
    }

    /**
     * @param bytes of the document
     * @param original of the document without the PDF that was put in
     */
    static Reason tooLarge(Shipment shipment, long bytes, long original, long limit) {
        boolean fits = original <= limit;
        String added = size(bytes - original);
        String ofWhichDutch = bytes == original ? "" : ", waarvan " + added + " de toegevoegde PDF (in base64)";
        String ofWhichEnglish = bytes == original ? "" : ", of which " + added + " the added PDF (in base64)";
        String key = "company." + shipment.company().key() + ".embed-pdf=none";
        String withoutDutch = fits ? " Hoeft de PDF niet mee: zet " + key + "." : "";
        String withoutEnglish = fits ? " If the PDF need not go along: set " + key + "." : "";
        return new Reason(
                "peppol.too-large",
                "Deze factuur is te groot voor Peppol: " + size(bytes) + ofWhichDutch + "; de grens is " + size(limit)
                        + " (limit.peppol).",
                "This invoice is too large for Peppol: " + size(bytes) + ofWhichEnglish + "; the limit is "
                        + size(limit) + " (limit.peppol).",
                "Maak de " + (fits ? "PDF" : "bijlagen") + " kleiner en bied de factuur opnieuw aan, of stuur hem per"
                        + " e-mail of post: komas-econnect reroute "
                        + shipment.invoice().id() + " --by email."
                        + withoutDutch,
                "Make the " + (fits ? "PDF" : "attachments") + " smaller and offer the invoice again, or send it by"
                        + " e-mail or print: komas-econnect reroute "
                        + shipment.invoice().id() + " --by email."
                        + withoutEnglish);
    }

    /** As people say it: 20,0 MB, or whole kilobytes below that. */
    static String size(long bytes) {
        if (bytes < MEGABYTE) {
            return Math.max(1, bytes / 1024) + " kB";
        }
        return BigDecimal.valueOf(bytes)
                        .divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.HALF_UP)
                        .toString()
                        .replace('.', ',')
                + " MB";
    }
}
