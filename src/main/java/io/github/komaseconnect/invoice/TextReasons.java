package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a document's text: what is mended, and why something cannot be mended for certain. */
final class TextReasons {
    private static final String ENCODING = "document.encoding";
    private static final String ADVICE =
            "Zoek die regel van de factuur in Komas op, typ de bijzondere tekens daar opnieuw of"
                    + " schrijf ze anders (1/2 voor ½, e voor é) en maak de factuur opnieuw aan. Komt dit vaker voor: vraag de"
                    + " leverancier van Komas om het bestand als UTF-8 op te slaan.";
    private static final String ADVICE_ENGLISH =
            "Find that line of the invoice in Komas, type the special characters anew"
                    + " or write them otherwise (1/2 for ½, e for é), and create the invoice again. If this happens often: ask the"
                    + " supplier of Komas to have the file saved as UTF-8.";

    private final String file;

    TextReasons(String file) {
        this.file = file;
    }

    static TextFault windows(String declared) {
        return new TextFault(
                TextFault.Kind.WINDOWS,
                "de tekens stonden erin als Windows-1252 in plaats van " + declared + " en zijn omgezet naar UTF-8",
                "its characters were in Windows-1252 in place of " + declared + " and were turned into UTF-8");
    }

    static TextFault utf16() {
        return new TextFault(
                TextFault.Kind.UTF_16,
                "het bestand was UTF-16 en is omgezet naar UTF-8",
                "the file was in UTF-16 and was turned into UTF-8");
    }

    static TextFault declared(String declared) {
        return new TextFault(
                TextFault.Kind.DECLARED,
                "de eerste regel noemde de tekenset " + declared + ", maar het bestand is UTF-8; dat staat er nu",
                "its first line named the encoding " + declared + ", but the file is UTF-8; that is what it says now");
    }

    static TextFault mark() {
        return new TextFault(
                TextFault.Kind.MARK,
                "het onzichtbare teken aan het begin (een byte order mark) is weggelaten",
                "the invisible character at its beginning (a byte order mark) was left out");
    }

    static TextFault controls(long count, long line) {
        return new TextFault(
                TextFault.Kind.CONTROLS,
                count == 1
                        ? "een onzichtbaar stuurteken (regel " + line + ") is weggelaten"
                        : count + " onzichtbare stuurtekens (het eerste in regel " + line + ") zijn weggelaten",
                count == 1
                        ? "an invisible control character (line " + line + ") was left out"
                        : count + " invisible control characters (the first in line " + line + ") were left out");
    }

    static Reason mended(String name, List<TextFault> faults) {
        return new Reason(
                "document.mended",
                "De tekst van " + name + " is hersteld in wat wordt verzonden: "
                        + faults.stream().map(TextFault::dutch).collect(Collectors.joining("; "))
                        + ". Het origineel is ongewijzigd bewaard.",
                "The text of " + name + " is mended in what is sent: "
                        + faults.stream().map(TextFault::english).collect(Collectors.joining("; "))
                        + ". The original is kept unchanged.",
                "Laat Komas het bestand voortaan opslaan als UTF-8 zonder byte order mark.",
                "Have Komas save the file as UTF-8 without a byte order mark from now on.");
    }

    Reason mixed(long line) {
        return Reason.of(
                        ENCODING,
                        "In het bestand " + file + " staan tekens in twee tekensets door elkaar: UTF-8, en vanaf regel "
                                + line + " iets anders. Wat letters als é en het teken € moeten zijn is niet zeker.",
                        "The file " + file + " mixes two encodings: UTF-8, and from line " + line
                                + " on something else. What letters such as é and the € sign should be is not certain.")
                .advise(ADVICE, ADVICE_ENGLISH);
    }

    Reason signed(List<TextFault> faults) {
        return Reason.of(
                        "document.signed",
                        "De tekst van " + file + " is niet zoals hij moet zijn, en het document heeft een digitale"
                                + " handtekening, die niet meer klopt als dit wordt hersteld. Daarom is er niets aan"
                                + " veranderd; het herstel zou zijn: "
                                + faults.stream().map(TextFault::dutch).collect(Collectors.joining("; ")) + ".",
                        "The text of " + file
                                + " is not as it should be, and the document has a digital signature, which"
                                + " no longer holds once this is mended. So nothing was changed; mended it would be: "
                                + faults.stream().map(TextFault::english).collect(Collectors.joining("; ")) + ".")
                .advise(
                        "Laat het bestand als UTF-8 opslaan voordat het wordt ondertekend, en bied het opnieuw aan.",
                        "Have the file saved as UTF-8 before it is signed, and offer it again.");
    }

    Reason undefined(long line, String declared) {
        return Reason.of(
                        ENCODING,
                        "Het bestand " + file + " bevat vanaf regel " + line
                                + " tekens die niet kloppen met de tekenset " + declared
                                + ", en ook niet met Windows-1252. Wat ze moeten zijn is niet zeker.",
                        "The file " + file + " contains, from line " + line
                                + " on, characters that do not fit its encoding " + declared
                                + ", nor Windows-1252. What they should be is not certain.")
                .advise(ADVICE, ADVICE_ENGLISH);
    }

    /** @param odd what hardly is what it is in Windows-1252 */
    Reason unlikely(ByteLook.Odd odd, String declared) {
        return Reason.of(
                        ENCODING,
                        "Het bestand " + file + " heeft tekens die niet kloppen met de tekenset " + declared
                                + ". Gelezen als Windows-1252 staat in regel " + odd.line() + " een „" + odd.character()
                                + "” waar dat niet hoort, dus misschien is het een andere (DOS of die van"
                                + " Midden-Europa). Wat er moet staan is niet zeker.",
                        "The file " + file + " has characters that do not fit its encoding " + declared
                                + ". Read as Windows-1252 there is a \"" + odd.character() + "\" in line " + odd.line()
                                + " where it does not belong, so perhaps it is another one (DOS or that of Central"
                                + " Europe). What it should be is not certain.")
                .advise(ADVICE, ADVICE_ENGLISH);
    }

    Reason misfit(long line, String declared) {
        return Reason.of(
                        ENCODING,
                        "Het bestand " + file + " bevat vanaf regel " + line
                                + " tekens die niet kloppen met de tekenset "
                                + declared + ". Wat ze moeten zijn is niet zeker.",
                        "The file " + file + " contains, from line " + line
                                + " on, characters that do not fit its encoding "
                                + declared + ". What they should be is not certain.")
                .advise(ADVICE, ADVICE_ENGLISH);
    }

    /**
     * Of a control character that XML allows.
     *
     * @param element it is in; empty when that is not known
     */
    Reason hidden(long line, String element) {
        String where = element.isEmpty() ? "" : " (element " + element + ")";
        return Reason.of(
                        "document.control-character",
                        "Het bestand " + file + " bevat in regel " + line + where
                                + " een onzichtbaar stuurteken (U+0080 tot U+009F). Waarschijnlijk was het een teken van"
                                + " Windows, zoals € of een aanhalingsteken; welk is niet zeker.",
                        "The file " + file + " contains in line " + line + where
                                + " an invisible control character (U+0080 to U+009F). Probably it was a character of"
                                + " Windows, such as € or a quotation mark; which one is not certain.")
                .advise(
                        "Zoek de tekst in Komas op, typ het teken opnieuw en maak de factuur opnieuw aan.",
                        "Find the text in Komas, type the character anew and create the invoice again.");
    }

    /** @param element it is in; empty when that is not known */
    Reason control(long line, String element) {
        String where = element.isEmpty() ? "" : " (element " + element + ")";
        return Reason.of(
                        "document.control-character",
                        "Het bestand " + file + " bevat in regel " + line + where
                                + " een onzichtbaar stuurteken, dat in XML"
                                + " niet mag. Het is niet zeker dat er niets verloren gaat als het wordt weggelaten.",
                        "The file " + file + " contains in line " + line + where
                                + " an invisible control character, which XML"
                                + " does not allow. It is not certain that nothing is lost when it is left out.")
                .advise(
                        "Zoek de tekst in Komas op, haal het teken weg (typ de tekst opnieuw) en maak de factuur opnieuw aan.",
                        "Find the text in Komas, take the character away (type the text anew) and create the invoice again.");
    }
}
