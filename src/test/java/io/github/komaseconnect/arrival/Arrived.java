package io.github.komaseconnect.arrival;

import io.github.komaseconnect.invoice.TestUbl;

/** An invoice that has all that Komas needs, and variations on it. */
public final class Arrived {
    static final String COMPANY_ID = "<cbc:CompanyID schemeID=\"0106\">30112233</cbc:CompanyID>";
    static final String PROFILE = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";

    private Arrived() {}

    /** One that lacks nothing but a PDF. */
    public static String sound(String number) {
        return TestUbl.invoice(content(number, ""));
    }

    /** The same with this between its references and its parties. */
    public static String with(String number, String references) {
        return TestUbl.invoice(content(number, references));
    }

    static String soundCreditNote(String number) {
        return TestUbl.creditNote(content(number, "").replace("InvoiceLine", "CreditNoteLine"));
    }

    private static String content(String number, String references) {
        return "<cbc:CustomizationID>" + PROFILE + "</cbc:CustomizationID><cbc:ID>" + number + "</cbc:ID>"
                + "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>" + references
                + "<cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID=\"0106\">30112233</cbc:EndpointID>"
                + "<cac:PostalAddress><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country>"
                + "</cac:PostalAddress><cac:PartyLegalEntity><cbc:RegistrationName>Bouwmarkt B.V.</cbc:RegistrationName>"
                + COMPANY_ID + "</cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>"
                + allowance("false", "10.00") + allowance("true", "5.00")
                + "<cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">19.95</cbc:TaxAmount><cac:TaxSubtotal>"
                + "<cbc:TaxAmount currencyID=\"EUR\">19.95</cbc:TaxAmount></cac:TaxSubtotal></cac:TaxTotal>"
                + "<cac:TaxTotal><cbc:TaxAmount currencyID=\"USD\">21.00</cbc:TaxAmount></cac:TaxTotal>"
                + "<cac:LegalMonetaryTotal><cbc:LineExtensionAmount>100.00</cbc:LineExtensionAmount>"
                + "<cbc:TaxExclusiveAmount>95.00</cbc:TaxExclusiveAmount>"
                + "<cbc:TaxInclusiveAmount>114.95</cbc:TaxInclusiveAmount>"
                + "<cbc:AllowanceTotalAmount>10.00</cbc:AllowanceTotalAmount>"
                + "<cbc:ChargeTotalAmount>5.00</cbc:ChargeTotalAmount>"
                + "<cbc:PrepaidAmount>14.00</cbc:PrepaidAmount>"
                + "<cbc:PayableRoundingAmount>0.05</cbc:PayableRoundingAmount>"
                + "<cbc:PayableAmount currencyID=\"EUR\">101.00</cbc:PayableAmount></cac:LegalMonetaryTotal>"
                + line("60.25") + line("39.75");
    }

    private static String allowance(String isCharge, String amount) {
        return "<cac:AllowanceCharge><cbc:ChargeIndicator>" + isCharge + "</cbc:ChargeIndicator><cbc:Amount>" + amount
                + "</cbc:Amount></cac:AllowanceCharge>";
    }

    static String line(String amount) {
        return "<cac:InvoiceLine><cbc:LineExtensionAmount>" + amount + "</cbc:LineExtensionAmount></cac:InvoiceLine>";
    }

    /** A document that is embedded. */
    public static String embedded(String fileName, String mimeCode, String base64) {
        return "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\""
                + mimeCode + "\" filename=\"" + fileName + "\">" + base64
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    }
}
