package io.github.komaseconnect.simulator;

/** The smallest documents that pass as UBL. */
final class Ubl {
    private static final String NAMESPACES =
            " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
                    + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"";

    private Ubl() {}

    static String invoice(String number) {
        return invoice(number, "");
    }

    /** An invoice with more elements between its date and its parties. */
    static String invoice(String number, String more) {
        return "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"" + NAMESPACES + "><cbc:ID>"
                + number + "</cbc:ID><cbc:IssueDate>2026-11-22</cbc:IssueDate>" + more + rest()
                + "<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine></Invoice>";
    }

    static String creditNote(String number) {
        return "<CreditNote xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\"" + NAMESPACES
                + "><cbc:ID>" + number + "</cbc:ID><cbc:IssueDate>2026-11-22</cbc:IssueDate>" + rest()
                + "<cac:CreditNoteLine><cbc:ID>1</cbc:ID></cac:CreditNoteLine></CreditNote>";
    }

    static String withPdf(String number, String base64) {
        return invoice(
                number,
                "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject"
                        + " mimeCode=\"application/pdf\" filename=\"a.pdf\">" + base64
                        + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>");
    }

    private static String rest() {
        return "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Verkoper</cbc:Name></cac:PartyName>"
                + "</cac:Party></cac:AccountingSupplierParty><cac:AccountingCustomerParty><cac:Party>"
                + "<cac:PartyLegalEntity><cbc:RegistrationName>Koper</cbc:RegistrationName></cac:PartyLegalEntity>"
                + "</cac:Party></cac:AccountingCustomerParty><cac:LegalMonetaryTotal>"
                + "<cbc:PayableAmount currencyID=\"EUR\">121.00</cbc:PayableAmount></cac:LegalMonetaryTotal>";
    }
}
