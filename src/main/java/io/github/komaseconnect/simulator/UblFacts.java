package io.github.komaseconnect.simulator;

import java.util.List;

/**
 * What the simulator knows of a document.
 *
 * @param root local name of the root element, e.g. {@code Invoice}
 * @param number the document's ID, or empty
 * @param issueDate as written, or empty
 * @param supplier name of the supplier, or empty
 * @param customer name of the customer, or empty
 * @param customerEndpoint electronic address of the customer as {@code NNNN:value}, or empty
 * @param documentTypeId as Peppol names the type, e.g. {@code urn:…:Invoice-2::Invoice##urn:…::2.1}, or empty
 * @param amount payable amount with its currency, or empty
 * @param embeddedPdf whether it carries a PDF
 * @param mistakes why it is not one UBL Invoice or CreditNote; empty when it is
 */
record UblFacts(
        String root,
        String number,
        String issueDate,
        String supplier,
        String customer,
        String customerEndpoint,
        String documentTypeId,
        String amount,
        boolean embeddedPdf,
        List<String> mistakes) {
    UblFacts {
        mistakes = List.copyOf(mistakes);
    }

    /** What cannot be read as a document at all. */
    static UblFacts unreadable(String why) {
        return new UblFacts("", "", "", "", "", "", "", "", false, List.of(why));
    }
}
