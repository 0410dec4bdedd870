package io.github.komaseconnect.relation;

import java.util.Map;
import java.util.Set;

/** The words that people type for a sending method, in Dutch and English; case, spaces, dashes and accents are free. */
public final class SendingMethodWords {
    private static final Map<SendingMethod, Set<String>> WORDS = Map.of(
            SendingMethod.PEPPOL,
            Set.of(
                    "peppol",
                    "peppolnetwerk",
                    "peppolnetwork",
                    "elektronisch",
                    "electronisch",
                    "electronic",
                    "electronically",
                    "elektronischefactuur",
                    "electronischefactuur",
                    "electronicinvoice",
                    "efactuur",
                    "efacturen",
                    "efactureren",
                    "efacturatie",
                    "einvoice",
                    "einvoices",
                    "einvoicing",
                    "digitaal",
                    "digital",
                    "digitalefactuur",
                    "econnect",
                    "everbinding",
                    "ubl",
                    "ublfactuur",
                    "ublinvoice",
                    "ublviapeppol",
                    "ublviaeconnect"),
            SendingMethod.EMAIL,
            Set.of(
                    "email",
                    "emails",
                    "mail",
                    "mailen",
                    "emailen",
                    "gemaild",
                    "mailing",
                    "pdfpermail",
                    "pdfperemail",
                    "pdfviamail",
                    "pdfviaemail",
                    "pdfbymail",
                    "pdfbyemail",
                    "pdfmail",
                    "pdfemail",
                    "emailpdf",
                    "mailpdf",
                    "emailmetpdf",
                    "mailmetpdf",
                    "ublpermail",
                    "ublperemail",
                    "ublviamail",
                    "ublviaemail",
                    "ublbyemail",
                    "pdfublpermail",
                    "pdfublperemail"),
            SendingMethod.PRINT,
            Set.of(
                    "print",
                    "printen",
                    "printed",
                    "geprint",
                    "uitprinten",
                    "uitdraaien",
                    "post",
                    "postzenden",
                    "postverzending",
                    "briefpost",
                    "papier",
                    "papieren",
                    "paper",
                    "papierenfactuur",
                    "papierfactuur",
                    "paperinvoice",
                    "afdruk",
                    "afdrukken",
                    "afgedrukt",
                    "brief",
                    "letter",
                    "hardcopy",
                    "poststuk",
                    "postalmail"));
    private static final Set<String> AUTO = Set.of(
            "auto",
            "automatisch",
            "automatic",
            "automatically",
            "autom",
            "vanzelf",
            "peppolindienmogelijk",
            "peppolalsdatkan",
            "peppolifpossible");
    private static final Set<String> FILL_WORDS = Set.of("via", "per", "met", "by", "op", "als", "de", "het", "on");

    /** What the field says; anything but a word that we know is never guessed at. */
    public MethodChoice read(String typed) {
        String shown = Typed.cell(typed);
        String word = Typed.word(typed);
        if (shown.isEmpty()) {
            return new MethodChoice.NotChosen();
        }
        if (AUTO.contains(word)) {
            return new MethodChoice.Auto(shown);
        }
        while (true) {
            for (Map.Entry<SendingMethod, Set<String>> entry : WORDS.entrySet()) {
                if (entry.getValue().contains(word)) {
                    return new MethodChoice.Chosen(entry.getKey(), shown);
                }
            }
            String rest = withoutFillWord(word);
            if (rest.equals(word)) {
                return new MethodChoice.NotUnderstood(shown);
            }
            word = rest;
        }
    }

    private static String withoutFillWord(String word) {
        return FILL_WORDS.stream()
                .filter(fill -> word.startsWith(fill) && word.length() > fill.length())
                .findFirst()
                .map(fill -> word.substring(fill.length()))
                .orElse(word);
    }
}
