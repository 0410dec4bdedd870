package io.github.komaseconnect.validation;

import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;

/** Why a document was not looked at. */
final class ExaminationReasons {
    private static final int LONGEST = 300;

    private ExaminationReasons() {}

    static Reason tooLarge() {
        return Reason.of(
                "validation.too-large",
                "Niet gecontroleerd: de factuur is groter dan wat dit programma controleert (ongeveer 2.500 regels, of 8 MB"
                        + " tekst zonder bijlagen). Hierom wordt hij niet vastgehouden: via Peppol beslist eConnect.",
                "Not validated: the invoice is larger than what this program looks at (some 2,500 lines, or 8 MB of text"
                        + " without attachments). It is not held for this: over Peppol, eConnect decides.");
    }

    static String words(Throwable failure) {
        return OneLine.of(String.valueOf(failure), LONGEST);
    }

    static Reason failed(Throwable failure) {
        String what = words(failure);
        return Reason.of(
                "validation.not-done",
                "Niet gecontroleerd, door een fout in het programma (" + what
                        + "); zie het logbestand. Hierom wordt hij niet vastgehouden: via Peppol beslist eConnect.",
                "Not validated, for a fault in the program (" + what
                        + "); see the log. It is not held for this: over Peppol, eConnect decides.");
    }
}
