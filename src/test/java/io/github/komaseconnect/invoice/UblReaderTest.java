package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UblReaderTest {
    private static final String WITH_ACCENT =
            TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER.replace("Acme", "Café €uro"));

    @TempDir
    Path folder;

    private final UblReader reader = new UblReader(new SafeXml());

    private UblReading read(byte[] bytes) throws IOException {
        return reader.read(Files.write(folder.resolve("factuur.xml"), bytes));
    }

    private UblReading read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private InvoiceHeader header(String text) throws IOException {
        UblReading reading = read(text);
        assertThat(reading).isInstanceOf(UblReading.Usable.class);
        return ((UblReading.Usable) reading).header();
    }

    private static String code(UblReading reading) {
        assertThat(reading).isInstanceOf(UblReading.NotUsable.class);
        return ((UblReading.NotUsable) reading).reason().code();
    }

    @Test
    void readsEveryFieldOfTheHeader() throws IOException {
        InvoiceHeader header = header(TestUbl.creditNote("<cbc:CustomizationID>urn:x</cbc:CustomizationID>"
                + "<cbc:ID> C-7\r\n 8 </cbc:ID><cbc:IssueDate>2026-11-20+01:00</cbc:IssueDate>"
                + "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>" + TestUbl.SUPPLIER
                + "<cac:AccountingCustomerParty><cac:Party><cbc:EndpointID schemeID=\"0106\">12345678</cbc:EndpointID>"
                + "<cac:PartyIdentification><cbc:ID schemeID=\"0088\">871</cbc:ID></cac:PartyIdentification>"
                + "<cac:PartyIdentification><cbc:ID>10001</cbc:ID></cac:PartyIdentification>"
                + "<cac:PostalAddress><cac:Country><cbc:IdentificationCode>nl</cbc:IdentificationCode></cac:Country>"
                + "</cac:PostalAddress>"
                + "<cac:PartyTaxScheme><cbc:CompanyID>LOCAL1</cbc:CompanyID><cac:TaxScheme><cbc:ID>LOC</cbc:ID>"
                + "</cac:TaxScheme></cac:PartyTaxScheme>"
                + "<cac:PartyTaxScheme><cbc:CompanyID>NL1B01</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID>"
                + "</cac:TaxScheme></cac:PartyTaxScheme>"
                + "<cac:PartyLegalEntity><cbc:RegistrationName>Klant</cbc:RegistrationName>"
                + "<cbc:CompanyID schemeID=\"0106\">87654321</cbc:CompanyID></cac:PartyLegalEntity>"
                + "<cac:Contact><cbc:ElectronicMail>a@b.example</cbc:ElectronicMail></cac:Contact>"
                + "</cac:Party></cac:AccountingCustomerParty>"
                + "<cac:LegalMonetaryTotal><cbc:PayableAmount>12.50</cbc:PayableAmount></cac:LegalMonetaryTotal>"));

        assertThat(header.type()).isEqualTo(DocumentType.CREDIT_NOTE);
        assertThat(header.number()).isEqualTo("C-7 8");
        assertThat(header.customizationId()).isEqualTo("urn:x");
        assertThat(header.issueDate()).contains(LocalDate.of(2026, 11, 20));
        assertThat(header.currency()).contains("EUR");
        assertThat(header.payableAmount()).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("12.5"));
        assertThat(header.supplier().name()).contains("Acme");
        assertThat(header.customer().name()).contains("Klant");
        assertThat(header.customer().customerNumber()).contains("10001");
        assertThat(header.customer().endpoint()).contains(new PartyId("0106", "12345678"));
        assertThat(header.customer().identifications())
                .containsExactly(new PartyId("0088", "871"), new PartyId("", "10001"));
        assertThat(header.customer().legalRegistration()).contains(new PartyId("0106", "87654321"));
        assertThat(header.customer().vatNumber()).contains("NL1B01");
        assertThat(header.customer().email()).contains("a@b.example");
        assertThat(header.customer().country()).contains("NL");
    }

    @Test
    void prefersTheAssignedAccountAsCustomerNumber() throws IOException {
        InvoiceHeader header = header(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER
                + "<cac:AccountingCustomerParty><cbc:SupplierAssignedAccountID>42</cbc:SupplierAssignedAccountID>"
                + "<cac:Party><cac:PartyIdentification><cbc:ID>43</cbc:ID></cac:PartyIdentification></cac:Party>"
                + "</cac:AccountingCustomerParty>"));
        assertThat(header.customer().customerNumber()).contains("42");
    }

    @Test
    void ignoresTheNumberOfALine() throws IOException {
        assertThat(code(read(
                        TestUbl.invoice(TestUbl.SUPPLIER + "<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>"))))
                .isEqualTo("invoice.no-number");
    }

    @Test
    void leavesOutAnAmountAndADateThatAreNone() throws IOException {
        InvoiceHeader header = header(TestUbl.invoice(TestUbl.NUMBER + "<cbc:IssueDate>2026-02-30</cbc:IssueDate>"
                + TestUbl.SUPPLIER + "<cac:LegalMonetaryTotal><cbc:PayableAmount>1e999999999</cbc:PayableAmount>"
                + "</cac:LegalMonetaryTotal>"));
        assertThat(header.issueDate()).isEmpty();
        assertThat(header.payableAmount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "ISO-8859-15", "windows-1252"})
    void readsTheDeclaredEncoding(String encoding) throws IOException {
        String text = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + WITH_ACCENT;
        assertThat(read(text.getBytes(Charset.forName(encoding))))
                .isInstanceOfSatisfying(
                        UblReading.Usable.class,
                        usable -> assertThat(usable.header().supplier().name()).contains("Café €uro"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsAByteOrderMark(String encoding) throws IOException {
        assertThat(read(("\uFEFF" + WITH_ACCENT).getBytes(Charset.forName(encoding))))
                .isInstanceOfSatisfying(
                        UblReading.Usable.class,
                        usable -> assertThat(usable.header().supplier().name()).contains("Café €uro"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, windows-1252",
        "ISO-8859-1, windows-1252",
        "US-ASCII, UTF-8",
        "UTF-16, UTF-8",
        "klingon, UTF-8",
    })
    void refusesAnEncodingThatLies(String declared, String real) throws IOException {
        String text = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n" + WITH_ACCENT;
        assertThat(code(read(text.getBytes(Charset.forName(real))))).isEqualTo("document.encoding");
    }

    @Test
    void namesTheLineOfTheFirstWrongByte() throws IOException {
        byte[] bytes = ("<?xml version=\"1.0\"?>\n\n" + WITH_ACCENT).getBytes(Charset.forName("windows-1252"));
        UblReading.NotUsable reading = (UblReading.NotUsable) read(bytes);
        assertThat(reading.reason().dutch()).contains("factuur.xml", "regel 3", "UTF-8");
        assertThat(reading.reason().english()).contains("line 3");
    }

    @Test
    void refusesACharacterCutOffAtTheEnd() throws IOException {
        byte[] whole = (TestUbl.smallest() + "<!--é").getBytes(StandardCharsets.UTF_8);
        assertThat(code(read(java.util.Arrays.copyOf(whole, whole.length - 1)))).isEqualTo("document.encoding");
    }

    @Test
    void refusesWhatIsNoUsableXml() throws IOException {
        String whole = TestUbl.smallest();
        assertThat(code(read(""))).isEqualTo("document.empty");
        assertThat(code(read("%PDF-1.7 hello"))).isEqualTo("document.not-xml");
        assertThat(code(read(whole.substring(0, whole.length() - 5)))).isEqualTo("document.truncated");
        assertThat(code(read(whole.replace("</cbc:Name>", "</cbc:Nam>")))).isEqualTo("document.damaged");
        assertThat(code(read(whole + whole))).isEqualTo("document.more-after-end");
        assertThat(code(read("<Batch>" + whole + whole + "</Batch>"))).isEqualTo("document.several-invoices");
        assertThat(code(read(whole.replace("</Invoice>", whole + "</Invoice>"))))
                .isEqualTo("document.several-invoices");
        assertThat(code(read("<?xml version=\"1.1\"?>" + whole))).isEqualTo("document.xml-version");
        assertThat(code(read("<a>".repeat(500) + "</a>".repeat(500)))).isEqualTo("document.damaged");
    }

    @Test
    void refusesAnInvoiceWithoutNumberOrSupplier() throws IOException {
        assertThat(code(read(TestUbl.invoice("<cbc:ID> \n </cbc:ID>" + TestUbl.SUPPLIER))))
                .isEqualTo("invoice.no-number");
        assertThat(code(read(TestUbl.invoice(TestUbl.NUMBER)))).isEqualTo("invoice.no-supplier");
        assertThat(code(read(TestUbl.invoice("<cbc:ID>" + "9".repeat(201) + "</cbc:ID>" + TestUbl.SUPPLIER))))
                .isEqualTo("invoice.number-too-long");
        assertThat(header(TestUbl.invoice("<cbc:ID>" + "9".repeat(200) + "</cbc:ID>" + TestUbl.SUPPLIER))
                        .number())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#x85;", "&#x9B;", "&#x200B;", "&#x202E;"})
    void refusesAnInvisibleCharacterInTheNumber(String reference) throws IOException {
        assertThat(code(read(TestUbl.invoice("<cbc:ID>F" + reference + "1</cbc:ID>" + TestUbl.SUPPLIER))))
                .isEqualTo("invoice.number-invisible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>", "<Invoice/>"})
    void recognisesAnotherDocument(String text) throws IOException {
        assertThat(read(text)).isInstanceOf(UblReading.OtherDocument.class);
    }

    @Test
    void readsTheWholeCorpus() throws IOException {
        for (Path file : Corpus.files()) {
            assertThat(reader.read(file)).as(file.toString()).isInstanceOf(UblReading.Usable.class);
        }
    }
}
