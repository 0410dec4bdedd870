package io.github.komaseconnect.sales;

import io.github.komaseconnect.invoice.TestUbl;

/** Sales invoices as Komas might write them, for the relations of {@link PostRoom}. */
public final class Documents {
    /** A relation that gets its invoices on paper. */
    public static final String PAPER = "10001";
    /** A relation that gets its invoices by e-mail. */
    public static final String MAIL = "10002";
    /** A relation that gets its invoices by Peppol. */
    public static final String PEPPOL = "10003";
    /** No relation has this number. */
    public static final String UNKNOWN = "99999";

    private Documents() {}

    /** An invoice for the relation on paper. */
    public static String invoice(String number) {
        return invoice(number, PAPER, "");
    }

    /** The same invoice with other content. */
    public static String changed(String number) {
        return invoice(number, PAPER, "Gewijzigd");
    }

    /** An invoice for this relation; the note makes its content differ. */
    public static String invoice(String number, String relation, String note) {
        return TestUbl.invoice(head(number, note) + supplier("12345678") + customer(relation));
    }

    /** An invoice of a supplier with this CoC number. */
    public static String invoiceOf(String cocNumber, String number) {
        return TestUbl.invoice(head(number, "") + supplier(cocNumber) + customer(PAPER));
    }

    /** A credit note for the relation on paper. */
    public static String creditNote(String number) {
        return TestUbl.creditNote(head(number, "") + supplier("12345678") + customer(PAPER));
    }

    private static String head(String number, String note) {
        String id = number.isEmpty() ? "" : "<cbc:ID>" + number + "</cbc:ID>";
        return id + "<cbc:IssueDate>2026-11-20</cbc:IssueDate>"
                + (note.isEmpty() ? "" : "<cbc:Note>" + note + "</cbc:Note>");
    }

    private static String supplier(String cocNumber) {
        return "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Acme</cbc:Name></cac:PartyName>"
                + "<cac:PartyLegalEntity><cbc:RegistrationName>Acme</cbc:RegistrationName><cbc:CompanyID schemeID=\"0106\">"
                + cocNumber + "</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>";
    }

    private static String customer(String relation) {
        return "<cac:AccountingCustomerParty><cac:Party><cac:PartyIdentification><cbc:ID>" + relation
                + "</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Klant " + relation
                + "</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>";
    }
}
