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
        String amount,
        boolean embeddedPdf,
        List<String> mistakes) {
    UblFacts {
        mistakes = List.copyOf(mistakes);
    }
}
