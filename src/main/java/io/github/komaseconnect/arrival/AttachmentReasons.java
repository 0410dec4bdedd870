package io.github.komaseconnect.arrival;

import io.github.komaseconnect.reason.Reason;
import java.util.List;

/** What is said of attachments that could not be written. */
final class AttachmentReasons {
    private static final String NOT_WRITTEN = "arrival.attachments-not-written";
    private static final int MOST_NAMED = 5;
    private static final int MEGABYTE = 1_000_000;

    private AttachmentReasons() {}

    private static String named(List<String> labels) {
        return String.join(", ", labels.subList(0, Math.min(MOST_NAMED, labels.size())))
                + (labels.size() > MOST_NAMED ? ", … (" + labels.size() + ")" : "");
    }

    static Reason keptOut(List<String> labels) {
        return new Reason(
                NOT_WRITTEN,
                "De map voor bijlagen nam deze niet aan (virusscanner, bestandsfilter of te lange naam); niet"
                        + " weggeschreven: " + named(labels) + ".",
                "The folder for attachments did not take these (virus scanner, file screen or too long a name); not"
                        + " written: " + named(labels) + ".",
                "Ze staan nog in het UBL-bestand, ook in dat in het archief.",
                "They are still in the UBL file, also in that of the archive.");
    }

    static Reason notWritten(String fault) {
        return new Reason(
                NOT_WRITTEN,
                "De bijlagen konden niet in een map naast de factuur worden gezet (" + fault
                        + "). De factuur zelf staat" + " er wel.",
                "The attachments could not be put into a folder beside the invoice (" + fault
                        + "). The invoice itself is" + " there.",
                "Ze staan nog in het UBL-bestand, ook in dat in het archief.",
                "They are still in the UBL file, also in that of the archive.");
    }

    static Reason damaged(List<String> labels) {
        return new Reason(
                "arrival.attachment-damaged",
                "In de UBL zit een bijlage die beschadigd is (geen geldige base64) en niet is weggeschreven: "
                        + named(labels) + ".",
                "The UBL has an attachment that is damaged (no valid base64) and was not written: " + named(labels)
                        + ".",
                "Vraag de leverancier om deze bijlage.",
                "Ask the supplier for this attachment.");
    }

    static Reason tooMuch(int leftOut, int mostFiles, long mostBytes) {
        String most = mostFiles + " / " + mostBytes / MEGABYTE + " MB";
        return new Reason(
                "arrival.attachments-too-many",
                "De UBL heeft meer bijlagen dan er worden weggeschreven (hoogstens " + most + "); niet weggeschreven: "
                        + leftOut + ".",
                "The UBL has more attachments than are written (at most " + most + "); not written: " + leftOut + ".",
                "Alle bijlagen staan nog in het UBL-bestand, ook in dat in het archief.",
                "All of them are still in the UBL file, also in that of the archive.");
    }

    static Reason unreadable() {
        return new Reason(
                "arrival.attachments-unreadable",
                "De bijlagen in de UBL konden niet worden gelezen en zijn niet weggeschreven.",
                "The attachments in the UBL could not be read and were not written.",
                "Ze staan nog in het UBL-bestand; vraag de leverancier erom als u ze nodig hebt.",
                "They are still in the UBL file; ask the supplier for them if you need them.");
    }
}
