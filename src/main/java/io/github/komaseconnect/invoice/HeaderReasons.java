package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;

/** What an invoice lacks before it can be processed, in words for the bookkeeper; each names file, element and line. */
final class HeaderReasons {
    private final String file;

    HeaderReasons(String file) {
        this.file = file;
    }

    Reason noNumber(String root, int line) {
        return Reason.of(
                        "invoice.no-number",
                        "In het bestand " + file + " staat geen factuurnummer: het element cbc:ID direct onder " + root
                                + " (regel " + line + ") ontbreekt of is leeg.",
                        "The file " + file + " has no invoice number: the element cbc:ID directly below " + root
                                + " (line " + line + ") is missing or empty.")
                .advise(
                        "Geef de factuur een nummer en maak het bestand opnieuw aan.",
                        "Give the invoice a number and create the file again.");
    }

    Reason numberTooLong(int line, int limit) {
        return Reason.of(
                        "invoice.number-too-long",
                        "Het factuurnummer in het bestand " + file + " (element cbc:ID, regel " + line
                                + ") is langer dan " + limit + " tekens.",
                        "The invoice number in the file " + file + " (element cbc:ID, line " + line
                                + ") is longer than " + limit + " characters.")
                .advise(
                        "Geef de factuur een korter nummer en maak het bestand opnieuw aan.",
                        "Give the invoice a shorter number and create the file again.");
    }

    Reason numberWithControls(int line, int codePoint) {
        String code = String.format("U+%04X", codePoint);
        return Reason.of(
                        "invoice.number-invisible",
                        "Het factuurnummer in het bestand " + file + " (element cbc:ID, regel " + line
                                + ") bevat een onzichtbaar teken (" + code + ").",
                        "The invoice number in the file " + file + " (element cbc:ID, line " + line
                                + ") contains an invisible character (" + code + ").")
                .advise(
                        "Typ het factuurnummer opnieuw, zonder het te plakken, en maak het bestand opnieuw aan.",
                        "Type the invoice number again, without pasting it, and create the file again.");
    }

    Reason noSupplier(String root, int line) {
        return Reason.of(
                        "invoice.no-supplier",
                        "In het bestand " + file + " staat geen leverancier: het element cac:AccountingSupplierParty"
                                + " in " + root + " (regel " + line
                                + ") ontbreekt, of er staat geen naam of nummer in.",
                        "The file " + file + " has no supplier: the element cac:AccountingSupplierParty in " + root
                                + " (line " + line + ") is missing, or it holds no name and no number.")
                .advise(
                        "Vul de bedrijfsgegevens van de afzender in en maak het bestand opnieuw aan.",
                        "Fill in the sender's company details and create the file again.");
    }
}
