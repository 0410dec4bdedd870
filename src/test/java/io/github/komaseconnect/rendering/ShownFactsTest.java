package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Branding;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.relation.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that stand in more than one place of a document, or in an unusual one, are all on the page, once. */
class ShownFactsTest {
    @TempDir
    Path folder;

    private String seen(String ubl) throws IOException {
        return text(Rendering.render(folder, ubl));
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Rendering.open(pdf)) {
            return new PDFTextStripper().getText(document).replace('\n', ' ');
        }
    }

    private static String buyer(String account, String identifications) {
        return TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + "<cac:AccountingCustomerParty>" + account
                + "<cac:Party>" + identifications + "</cac:Party></cac:AccountingCustomerParty>");
    }

    private static String identification(String id) {
        return "<cac:PartyIdentification><cbc:ID>" + id + "</cbc:ID></cac:PartyIdentification>";
    }

    @Test
    void theBuyersOwnNumberIsShownBesideTheOneTheSupplierGave() throws IOException {
        String text = seen(buyer(
                "<cbc:SupplierAssignedAccountID>10001</cbc:SupplierAssignedAccountID>", identification("KLANT-77")));
        assertThat(text).containsOnlyOnce("10001").containsOnlyOnce("Nummer KLANT-77");
    }

    @Test
    void aSecondNumberOfTheBuyerIsShownBesideTheFirst() throws IOException {
        String text = seen(
                buyer("<cbc:SupplierAssignedAccountID/>", identification("KLANT-77") + identification("KLANT-78")));
        assertThat(text).containsOnlyOnce("KLANT-77").containsOnlyOnce("Nummer KLANT-78");
    }

    @Test
    void theSameNumberInBothPlacesIsShownOnce() throws IOException {
        String text = seen(
                buyer("<cbc:SupplierAssignedAccountID>10001</cbc:SupplierAssignedAccountID>", identification("10001")));
        assertThat(text).containsOnlyOnce("10001");
    }

    @Test
    void aCreditorIdentifierIsShownWithoutPaymentMeansToo() throws IOException {
        String party = "<cac:Party><cac:PartyIdentification><cbc:ID schemeID=\"SEPA\">NL12ZZZ123</cbc:ID>"
                + "</cac:PartyIdentification>";
        assertThat(seen(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER.replace("<cac:Party>", party))))
                .containsOnlyOnce("NL12ZZZ123");
        assertThat(seen(buyer("", party.replace("<cac:Party>", "")))).containsOnlyOnce("NL12ZZZ123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "ZZZ"})
    void aPaymentMeansThatSaysNothingGetsNoHeading(String code) throws IOException {
        String means = "<cac:PaymentMeans><cbc:PaymentMeansCode>" + code + "</cbc:PaymentMeansCode></cac:PaymentMeans>";
        String terms = "<cac:PaymentTerms><cbc:Note>Binnen 14 dagen</cbc:Note></cac:PaymentTerms>";
        assertThat(seen(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + means)))
                .doesNotContain("Betaling");
        assertThat(seen(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + means + terms)))
                .contains("Betaling", "Binnen 14 dagen");
    }

    @ParameterizedTest
    @CsvSource({"3,factuurdatum,invoice date", "35,levering,delivery", "432,betaling,payment", "99,99,99"})
    void whenVatFallsDueIsShown(String code, String dutch, String english) throws IOException {
        String ubl = TestUbl.invoice(TestUbl.NUMBER + "<cac:InvoicePeriod><cbc:DescriptionCode>" + code
                + "</cbc:DescriptionCode></cac:InvoicePeriod>" + TestUbl.SUPPLIER);
        assertThat(seen(ubl)).contains("Btw verschuldigd bij " + dutch);
        Path pdf = Rendering.render(
                folder.resolve("in.xml"), new Look(Language.EN, Branding.none()), folder.resolve("english.pdf"));
        assertThat(text(pdf)).contains("VAT due on " + english);
    }

    @Test
    void aReferenceOfType50IsAProjectOnAnInvoiceToo() throws IOException {
        String project = "<cac:AdditionalDocumentReference><cbc:ID>PRJ-50</cbc:ID><cbc:DocumentTypeCode>50"
                + "</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>";
        assertThat(seen(TestUbl.invoice(TestUbl.NUMBER + project + TestUbl.SUPPLIER)))
                .contains("Project PRJ-50")
                .containsOnlyOnce("PRJ-50");
        assertThat(seen(TestUbl.creditNote(TestUbl.NUMBER + project + TestUbl.SUPPLIER)))
                .contains("Project PRJ-50")
                .containsOnlyOnce("PRJ-50");
    }

    @Test
    void whatIsAttachedToAReferenceIsNamed() throws IOException {
        assertThat(seen(TestUbl.invoice(TestUbl.NUMBER
                        + TestUbl.attachment("MTR-1", "meterstand.pdf", "130", TestUbl.base64("%PDF-1.7"))
                        + TestUbl.SUPPLIER)))
                .contains("Object MTR-1", "meterstand.pdf");
    }

    @ParameterizedTest
    @CsvSource({"1000,1000 Werk", "00010,Werk Nr.: 00010", "Porto + Versand,Werk Nr.: Porto + Versand"})
    void theNumberOfALineIsNeverBroken(String id, String seen) throws IOException {
        assertThat(seen(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + "<cac:InvoiceLine><cbc:ID>" + id
                        + "</cbc:ID><cac:Item><cbc:Name>Werk</cbc:Name></cac:Item></cac:InvoiceLine>")))
                .contains(seen);
    }

    @Test
    void everyDeliveryNoteIsNamed() throws IOException {
        String notes = "<cac:DespatchDocumentReference><cbc:ID>PB-1</cbc:ID></cac:DespatchDocumentReference>"
                + "<cac:DespatchDocumentReference><cbc:ID>PB-2</cbc:ID></cac:DespatchDocumentReference>";
        assertThat(seen(TestUbl.invoice(TestUbl.NUMBER + notes + TestUbl.SUPPLIER)))
                .contains("Pakbon PB-1", "Pakbon PB-2");
    }
}
