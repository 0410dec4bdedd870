package io.github.komaseconnect.company;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an invoice mail carries: those who scan their mail differ in what they want, and both forms at once may book twice. */
public enum Attachments {
    /** The PDF only. */
    PDF("pdf", "de PDF", "the PDF"),
    /** The PDF and the UBL, each a file of its own. */
    PDF_AND_UBL("pdf+ubl", "de PDF en de UBL", "the PDF and the UBL"),
    /** The UBL only, with the PDF inside. */
    UBL_WITH_PDF("ubl-with-embedded-pdf", "de UBL met de PDF erin", "the UBL with the PDF inside");

    private final String key;
    private final String dutch;
    private final String english;

    Attachments(String key, String dutch, String english) {
        this.key = key;
        this.dutch = dutch;
        this.english = english;
    }

    /** The word for it in settings, relation files and the ledger. */
    public String key() {
        return key;
    }

    /** In words. */
    public String dutch() {
        return dutch;
    }

    /** In words. */
    public String english() {
        return english;
    }

    /** The one with this word, whatever its case. */
    public static Optional<Attachments> of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(one -> one.key.equals(wanted)).findFirst();
    }
}
