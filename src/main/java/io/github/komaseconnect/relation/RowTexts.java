package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;

/** Reasons about one line or one field of the relation file. */
final class RowTexts {
    private RowTexts() {}

    /** Where the line is, e.g. {@code regel 12 van relations.csv (10023 Jansen B.V.)}. */
    static String dutch(Relation relation, String fileName) {
        return "regel " + relation.line() + " van " + fileName + " (" + relation.label() + ")";
    }

    static String english(Relation relation, String fileName) {
        return "line " + relation.line() + " of " + fileName + " (" + relation.label() + ")";
    }

    /** The reason with the line before it; what to do stays the same. */
    static Reason inLine(Relation relation, String fileName, Reason reason) {
        return new Reason(
                reason.code(),
                capital(dutch(relation, fileName)) + ": " + reason.dutch(),
                capital(english(relation, fileName)) + ": " + reason.english(),
                reason.adviceDutch(),
                reason.adviceEnglish());
    }

    /** The reason with the name of the field before it. */
    static Reason inField(Column column, Reason reason) {
        return new Reason(
                reason.code(),
                "veld " + column.dutch() + ": " + reason.dutch(),
                "field " + column.english() + ": " + reason.english(),
                reason.adviceDutch(),
                reason.adviceEnglish());
    }

    static Reason quoteLeftOpen() {
        return new Reason(
                "relation-line.quote",
                "er staat een aanhalingsteken (\") te veel of te weinig in de regel.",
                "there is a quotation mark (\") too many or too few in the line.",
                "Verbeter de regel.",
                "Correct the line.");
    }

    static Reason tooManyFields(int fields, int columns) {
        return new Reason(
                "relation-line.fields",
                "de regel heeft " + fields + " velden, maar er zijn " + columns
                        + " kolommen; waarschijnlijk staat er een scheidingsteken in een naam.",
                "the line has " + fields + " fields, but there are " + columns
                        + " columns; probably there is a separator within a name.",
                "Zet het veld met het scheidingsteken tussen aanhalingstekens.",
                "Put the field with the separator between quotation marks.");
    }

    static Reason tooFewFields(int fields, int columns) {
        return new Reason(
                "relation-line.fields",
                "de regel houdt op na " + fields + " velden, maar er zijn " + columns + " kolommen.",
                "the line ends after " + fields + " fields, but there are " + columns + " columns.",
                "Vul de regel aan.",
                "Complete the line.");
    }

    static Reason notFindable() {
        return new Reason(
                "relation-line.not-findable",
                "de regel heeft geen relatienummer, kvk-nummer, btw-nummer of e-mail; geen factuur kan hem vinden.",
                "the line has no relation number, coc number, vat number or e-mail; no invoice can find it.",
                "Vul ten minste het relatienummer in.",
                "Enter the relation number at least.");
    }

    static Reason unknownMethod(String word) {
        return new Reason(
                "relation.method-unknown",
                "veld verzendmethode: " + Typed.quoted(word) + " is geen bekende verzendmethode.",
                "field sending method: " + Typed.quoted(word) + " is not a known sending method.",
                "Vul elektronisch, e-mail, post of auto in, of laat het veld leeg voor de standaardmethode.",
                "Enter peppol, e-mail, print or auto, or leave the field empty for the default method.");
    }

    static Reason unknownFallback(String word) {
        return new Reason(
                "relation.fallback-unknown",
                "veld uitwijk: " + Typed.quoted(word) + " is geen bekende uitwijk.",
                "field fallback: " + Typed.quoted(word) + " is not a known fallback.",
                "Vul geen, e-mail, post of e-mail,post in, of laat het veld leeg voor die van het bedrijf.",
                "Enter none, e-mail, print or e-mail,print, or leave the field empty for that of the company.");
    }

    static Reason unknownAttachments(String word) {
        return new Reason(
                "relation.attachments-unknown",
                "veld bijlage: " + Typed.quoted(word) + " is geen bekende bijlage.",
                "field attachments: " + Typed.quoted(word) + " are no known attachments.",
                "Vul pdf, pdf+ubl of ubl-with-embedded-pdf in, of laat het veld leeg voor die van het bedrijf.",
                "Enter pdf, pdf+ubl or ubl-with-embedded-pdf, or leave the field empty for those of the company.");
    }

    static Reason unknownWord(Column column, String word, String meantDutch, String meantEnglish) {
        return new Reason(
                "relation-line.word",
                "veld " + column.dutch() + ": " + Typed.quoted(word) + " is niet bekend; het telt als " + meantDutch
                        + ".",
                "field " + column.english() + ": " + Typed.quoted(word) + " is not known; it counts as " + meantEnglish
                        + ".",
                "Verbeter het veld.",
                "Correct the field.");
    }

    static Reason vatNumber(String typed) {
        return new Reason(
                "relation-line.vat-number",
                "veld btw-nummer: " + Typed.quoted(typed)
                        + " is geen btw-nummer; een Nederlands btw-nummer is NL, 9 cijfers, B en 2 cijfers.",
                "field vat number: " + Typed.quoted(typed)
                        + " is not a VAT number; a Dutch VAT number is NL, 9 digits, B and 2 digits.",
                "Verbeter het nummer.",
                "Correct the number.");
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
