package io.github.komaseconnect.arrival;

import io.github.komaseconnect.invoice.TextFlaws;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is said of a document as a whole: its PDF, profile and characters. */
final class DocumentRemarks {
    private static final int LONGEST_PROFILE = 150;

    private DocumentRemarks() {}

    static Reason notChecked() {
        return new Reason(
                "arrival.not-checked",
                "Deze factuur kon niet worden nagekeken op wat Komas nodig heeft.",
                "This invoice could not be checked for what Komas needs.",
                "Controleer relatienummer, bedragen en PDF in Komas.",
                "Check relation number, amounts and PDF in Komas.");
    }

    static Optional<Reason> pdf(ArrivedPdf pdf) {
        if (pdf instanceof ArrivedPdf.None none) {
            return Optional.of(
                    new Reason(
                            "arrival.no-pdf",
                            "Er is geen PDF bij deze factuur"
                                    + none.why().map(why -> ": " + why.dutch()).orElse(".")
                                    + " Komas heeft er dan geen om te laten zien.",
                            "There is no PDF with this invoice"
                                    + none.why()
                                            .map(why -> ": " + why.english())
                                            .orElse(".") + " Komas then has none to show.",
                            "De factuur zelf staat wel in de importmap. Vraag de leverancier om de PDF als u die wilt bewaren.",
                            "The invoice itself is in the import folder. Ask the supplier for the PDF if you want to keep one."));
        }
        Optional<Reason> fault = pdf instanceof ArrivedPdf.OfEConnect made ? made.faultOfSuppliers() : Optional.empty();
        return fault.map(wrong -> new Reason(
                "arrival.pdf-not-suppliers",
                wrong.dutch() + " In plaats daarvan staat de PDF van eConnect bij de factuur; die laat Komas zien.",
                wrong.english()
                        + " In its place the PDF of eConnect stands beside the invoice; that is what Komas shows.",
                "Vraag de leverancier om zijn eigen PDF als u die nodig hebt.",
                "Ask the supplier for its own PDF if you need it."));
    }

    static Reason profile(String customizationId) {
        String shown = customizationId.isEmpty() ? "" : OneLine.of(customizationId, LONGEST_PROFILE);
        return new Reason(
                "arrival.profile",
                (shown.isEmpty()
                                ? "De UBL noemt geen profiel (cbc:CustomizationID)"
                                : "Het profiel van de UBL (cbc:CustomizationID) is hier niet bekend: " + shown)
                        + ". Komas krijgt de factuur wel; of Komas alle gegevens eruit overneemt, is niet zeker.",
                (shown.isEmpty()
                                ? "The UBL names no profile (cbc:CustomizationID)"
                                : "The profile of the UBL (cbc:CustomizationID) is not known here: " + shown)
                        + ". Komas gets the invoice all the same; whether it takes all of it over is not certain.",
                "Vergelijk wat Komas laat zien met de PDF.",
                "Compare what Komas shows with the PDF.");
    }

    /** One remark, whatever was met: the cure is the same. */
    static List<Reason> text(Map<TextFlaws.Kind, Long> flaws) {
        List<String> dutch = new ArrayList<>();
        List<String> english = new ArrayList<>();
        new TreeMap<>(flaws).forEach((kind, line) -> {
            dutch.add(dutch(kind) + " (regel " + line + ")");
            english.add(english(kind) + " (line " + line + ")");
        });
        if (dutch.isEmpty()) {
            return List.of();
        }
        return List.of(new Reason(
                "arrival.encoding",
                "De tekens in de UBL zijn niet in orde: " + String.join("; ", dutch)
                        + ". Het bestand gaat ongewijzigd naar Komas, dat misschien verkeerde tekens laat zien of het niet kan"
                        + " lezen.",
                "The characters in the UBL are not sound: " + String.join("; ", english)
                        + ". The file goes to Komas unchanged, which may show wrong characters or not be able to read it.",
                "Controleer namen en omschrijvingen in Komas. Verschijnt de factuur daar niet, boek hem dan met de hand. Vraag"
                        + " de leverancier om XML in UTF-8.",
                "Check names and descriptions in Komas. If the invoice does not appear there, book it by hand. Ask the supplier"
                        + " for XML in UTF-8."));
    }

    private static String dutch(TextFlaws.Kind kind) {
        return switch (kind) {
            case FOREIGN_BYTES -> "er staan tekens in die er in deze codering niet zijn, waarschijnlijk Windows-1252";
            case DECLARATION -> "de codering die bovenaan staat bestaat niet of klopt niet";
            case CONTROLS -> "er staan besturingstekens in";
            case REPLACED -> "er zijn tekens verloren gegaan (\uFFFD)";
            case ENCODED_TWICE -> "er zijn letters twee keer gecodeerd (zoals Ã« in plaats van ë)";
        };
    }

    private static String english(TextFlaws.Kind kind) {
        return switch (kind) {
            case FOREIGN_BYTES -> "it has characters that its encoding has not, probably Windows-1252";
            case DECLARATION -> "the encoding that it declares does not exist or is not the right one";
            case CONTROLS -> "it has control characters";
            case REPLACED -> "characters were lost (\uFFFD)";
            case ENCODED_TWICE -> "letters were encoded twice (such as Ã« for ë)";
        };
    }
}
