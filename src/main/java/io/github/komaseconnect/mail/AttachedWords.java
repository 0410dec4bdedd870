package io.github.komaseconnect.mail;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.relation.Language;

/** The sentence in a mail about what is attached, in the language of the relation. */
final class AttachedWords {
    private AttachedWords() {}

    static String of(InvoiceMail mail) {
        DocumentType type = mail.invoice().type();
        return mail.destination().language() == Language.NL ? dutch(mail, type) : english(mail, type);
    }

    private static String dutch(InvoiceMail mail, DocumentType type) {
        String it = "De " + type.dutch() + " is bijgevoegd als ";
        return switch (mail.destination().attachments()) {
            case PDF -> it + "PDF, om te lezen en te bewaren.";
            case PDF_AND_UBL ->
                it
                        + "PDF, om te lezen en te bewaren, en als e-factuur (UBL), om in te lezen in uw boekhoudprogramma."
                        + " Het is tweemaal dezelfde " + type.dutch() + ".";
            case UBL_WITH_PDF ->
                it
                        + "e-factuur (UBL), om in te lezen in uw boekhoudprogramma. De PDF, om te lezen en te bewaren, zit"
                        + " daarin.";
        };
    }

    private static String english(InvoiceMail mail, DocumentType type) {
        String it = "The " + type.english() + " is attached as ";
        return switch (mail.destination().attachments()) {
            case PDF -> it + "a PDF, to read and to keep.";
            case PDF_AND_UBL ->
                it
                        + "a PDF, to read and to keep, and as an electronic document (UBL), to be read by your accounting"
                        + " software. Both are the same " + type.english() + ".";
            case UBL_WITH_PDF ->
                it
                        + "an electronic document (UBL), to be read by your accounting software. The PDF, to read and to keep,"
                        + " is inside it.";
        };
    }
}
