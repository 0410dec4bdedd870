package io.github.komaseconnect.purchase;

import io.github.komaseconnect.invoice.TestUbl;

/** Purchase invoices for tests. */
public final class Purchase {
    private Purchase() {}

    public static String invoice(String number) {
        return invoice("Bouwmarkt B.V.", number, "");
    }

    public static String invoice(String supplier, String number, String more) {
        return TestUbl.invoice("<cbc:ID>" + number + "</cbc:ID>" + more + supplier(supplier));
    }

    static String creditNote(String number) {
        return TestUbl.creditNote("<cbc:ID>" + number + "</cbc:ID>" + supplier("Bouwmarkt B.V."));
    }

    public static String order() {
        return "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>";
    }

    static String withPdf(String number, String content) {
        return invoice("Bouwmarkt B.V.", number, TestUbl.attachment("1", "factuur.pdf", "", TestUbl.base64(content)));
    }

    private static String supplier(String name) {
        return "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>" + name
                + "</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>";
    }
}
