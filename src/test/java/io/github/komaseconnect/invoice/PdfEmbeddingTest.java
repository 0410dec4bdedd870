package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfEmbeddingTest {
    private static final byte[] PDF = "%PDF-1.7 the invoice as people see it".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final SafeXml xml = new SafeXml();

    private Embedding embed(byte[] ubl) throws IOException {
        Path in = Files.write(folder.resolve("in.xml"), ubl);
        Path pdf = Files.write(folder.resolve("in.pdf"), PDF);
        return new PdfEmbedding(xml).embed(in, pdf, "FACTUUR 1/é", folder.resolve("out.xml"));
    }

    /** The text that was put in; everything around it must be the original, byte for byte. */
    private String inserted(byte[] ubl, Charset charset) throws IOException {
        assertThat(embed(ubl)).isInstanceOf(Embedding.Embedded.class);
        byte[] out = Files.readAllBytes(folder.resolve("out.xml"));
        int from = Arrays.mismatch(ubl, out);
        int added = out.length - ubl.length;
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(out, 0, from);
        rest.write(out, from + added, out.length - from - added);
        assertThat(rest.toByteArray()).isEqualTo(ubl);
        assertThat(new UblReader(xml).read(folder.resolve("out.xml"))).isInstanceOf(UblReading.Usable.class);
        Path again = folder.resolve("again.pdf");
        assertThat(new EmbeddedPdf(xml).extract(folder.resolve("out.xml"), again))
                .isEqualTo(new PdfExtraction.Extracted(again, "FACTUUR 1-e.pdf"));
        assertThat(again).hasBinaryContent(PDF);
        return new String(out, from, added, charset);
    }

    private String inserted(String ubl) throws IOException {
        return inserted(ubl.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String result(String ubl) throws IOException {
        inserted(ubl);
        return Files.readString(folder.resolve("out.xml"))
                .replaceAll(
                        "<cac:AdditionalDocumentReference><cbc:ID>F-1"
                                + "</cbc:ID><cbc:DocumentDescription>.*?</cac:AdditionalDocumentReference>",
                        "[PDF]");
    }

    @Test
    void comesBeforeWhatFollowsAndAfterWhatPrecedesIt() throws IOException {
        String before = TestUbl.NUMBER + "<cac:OrderReference/><cac:StatementDocumentReference/>"
                + "<cac:OriginatorDocumentReference/><cac:ContractDocumentReference/>";
        assertThat(result(TestUbl.invoice(before + "<cac:ProjectReference/>" + TestUbl.SUPPLIER)))
                .contains("<cac:ContractDocumentReference/>[PDF]<cac:ProjectReference/>");
        assertThat(result(TestUbl.invoice(before + TestUbl.SUPPLIER)))
                .contains("<cac:ContractDocumentReference/>[PDF]<cac:AccountingSupplierParty>");
        assertThat(result(TestUbl.smallest())).contains(TestUbl.NUMBER + "[PDF]" + TestUbl.SUPPLIER);
    }

    @Test
    void inACreditNoteStatementsAndOriginatorsFollow() throws IOException {
        String before = TestUbl.NUMBER + "<cac:DiscrepancyResponse/><cac:ContractDocumentReference/>";
        assertThat(result(TestUbl.creditNote(before + "<cac:StatementDocumentReference/>" + TestUbl.SUPPLIER)))
                .contains("<cac:ContractDocumentReference/>[PDF]<cac:StatementDocumentReference/>");
        assertThat(result(TestUbl.creditNote(before + "<cac:OriginatorDocumentReference/>" + TestUbl.SUPPLIER)))
                .contains("<cac:ContractDocumentReference/>[PDF]<cac:OriginatorDocumentReference/>");
    }

    @Test
    void isTheFirstOfItsKind() throws IOException {
        String timesheet = TestUbl.attachment("9", "urenstaat.pdf", "", TestUbl.base64("%PDF-1.7 hours"));
        assertThat(result(TestUbl.invoice(TestUbl.NUMBER + "<cac:OrderReference/>" + timesheet + TestUbl.SUPPLIER)))
                .contains("<cac:OrderReference/>[PDF]<cac:AdditionalDocumentReference><cbc:ID>9");
    }

    @Test
    void anInvoiceThatShowsItselfIsLeftAlone() throws IOException {
        String own = TestUbl.attachment("9", "a.pdf", "", TestUbl.base64("%PDF-1.7 of the supplier"));
        assertThat(embed(
                        TestUbl.invoice(TestUbl.NUMBER + own + TestUbl.SUPPLIER).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Embedding.CarriesOne("a.pdf"));
        assertThat(folder.resolve("out.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Factuur 2026-12 incl. werkbon.pdf",
                "Factuur 2026-12 volgens tekening 3.pdf",
                "Factuur bij uw werkbon 77.pdf",
                "Werkbonfactuur 2026123.pdf",
                "F-2026-12 voor werkbon 77.pdf",
                "F-2026-12 fotokopie.pdf",
                "F-2026-12 met ondertekening.pdf",
                "F-2026-12 Fotostudio X.pdf",
                "2026-00012 Fotostudio X.pdf",
                "F-2026-12 met getekende werkbon.pdf",
                "F-2026-12 + urenstaat.pdf",
                "PrimaryImage werkbon.pdf"
            })
    void anInvoiceWithSomethingElseInTheSamePdfIsTheInvoice(String name) throws IOException {
        assertThat(embed(with(name))).isEqualTo(new Embedding.CarriesOne(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Werkbon bij factuur 2026-12.pdf",
                "F-2026-12 urenstaat.pdf",
                "urenstaat.pdf",
                "Factuur 12 urenstaat.pdf",
                "factuur_2026-12_werkbon.pdf",
                "Factuur van 12-11-2026 urenstaat.pdf",
                "Urenstaten week 12.pdf",
                "bouwtekeningen.pdf",
                "schadefoto's.pdf",
                "werkbon factuur 12.pdf",
                "factuurvoorwaarden.pdf",
                "werkbon-factuur 77.pdf",
                "urenstaat-factuur-F-2026-12.pdf",
                "fotorapport F-2026-12.pdf",
                "fotoverslag factuur 12.pdf",
                "F-2026-12 werkbonoverzicht.pdf",
                "F-2026-12 overzicht van werkbonnen.pdf",
                "F-2026-12 copy of timesheet.pdf",
                "specificatie factuur 12 volgens werkbon 3.pdf",
                "met werkbon.pdf"
            })
    void somethingElseThatNamesTheInvoiceIsNotTheInvoice(String name) throws IOException {
        assertThat(embed(with(name))).isInstanceOf(Embedding.Embedded.class);
    }

    private static byte[] with(String name) {
        String pdf = TestUbl.attachment("1", name, "", TestUbl.base64("%PDF-1.7 of Komas"));
        return TestUbl.invoice("<cbc:ID>F-2026-12</cbc:ID>" + pdf + TestUbl.SUPPLIER)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsPutIntoWhatIsSigned() throws IOException {
        String own = TestUbl.attachment("9", "a.pdf", "", TestUbl.base64("%PDF-1.7 of the supplier"));
        assertThat(embed(TestUbl.invoice(TestUbl.SIGNATURE + TestUbl.NUMBER + TestUbl.SUPPLIER)
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Embedding.NotEmbedded.class,
                        not -> assertThat(not.reason().code()).isEqualTo("embedding.signed"));
        assertThat(folder.resolve("out.xml")).doesNotExist();
        assertThat(embed(TestUbl.invoice(TestUbl.SIGNATURE + TestUbl.NUMBER + own + TestUbl.SUPPLIER)
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Embedding.CarriesOne("a.pdf"));
    }

    @Test
    void aReferenceToASignatureIsNone() throws IOException {
        String reference = "<cac:Signature><cbc:ID>Signature</cbc:ID></cac:Signature>";
        assertThat(result(TestUbl.invoice(TestUbl.NUMBER + reference + TestUbl.SUPPLIER)))
                .contains("[PDF]" + reference);
    }

    @Test
    void whatOnlyBearsTheNameOfAPdfShowsNothing() throws IOException {
        String fake = TestUbl.attachment("9", "a.pdf", "", TestUbl.base64("GIF89a, really a picture"));
        assertThat(result(TestUbl.invoice(TestUbl.NUMBER + fake + TestUbl.SUPPLIER)))
                .contains("[PDF]");
    }

    @Test
    void whatIsNoPdfIsNeverPutIn() throws IOException {
        Path in = Files.writeString(folder.resolve("in.xml"), TestUbl.smallest());
        Path pdf = Files.writeString(folder.resolve("in.pdf"), "<html>no</html>");
        Embedding made = new PdfEmbedding(xml).embed(in, pdf, "x", folder.resolve("out.xml"));
        assertThat(made).isInstanceOfSatisfying(Embedding.NotEmbedded.class, not -> assertThat(
                        not.reason().code())
                .isEqualTo("embedding.not-a-pdf"));
        assertThat(folder.resolve("out.xml")).doesNotExist();
    }

    @Test
    void theLayoutOfTheDocumentIsKept() throws IOException {
        String ubl = TestUbl.invoice("\r\n\t" + TestUbl.NUMBER + "\r\n\t" + TestUbl.SUPPLIER + "\r\n");
        assertThat(result(ubl)).contains(TestUbl.NUMBER + "\r\n\t[PDF]\r\n\t" + TestUbl.SUPPLIER + "\r\n</Invoice>");
        assertThat(inserted(TestUbl.invoice("\n" + TestUbl.NUMBER + "<!-- é -->" + TestUbl.SUPPLIER)))
                .doesNotContain("\n");
    }

    @Test
    void anyPrefixesWillDo() throws IOException {
        String other = TestUbl.smallest()
                .replace("cac:", "x:")
                .replace(":cac", ":x")
                .replace("cbc:", "cac:")
                .replace(":cbc", ":cac");
        inserted(other);
        assertThat(folder.resolve("out.xml"))
                .content()
                .contains("<x:AdditionalDocumentReference><cac:ID>F-1</cac:ID>")
                .contains("</x:Attachment>");
        String crossed =
                "<n:Invoice xmlns:n=\"" + Ubl.INVOICE + "\" xmlns:cac=\"" + Ubl.BASIC + "\"><cac:ID>F-1</cac:ID>"
                        + "<AccountingSupplierParty xmlns=\"" + Ubl.AGGREGATE
                        + "\"><Party><PartyName><cac:Name>A</cac:Name></PartyName></Party>"
                        + "</AccountingSupplierParty></n:Invoice>";
        inserted(crossed);
        assertThat(folder.resolve("out.xml"))
                .content()
                .contains("<cac:AdditionalDocumentReference xmlns:cac=\"" + Ubl.AGGREGATE)
                .contains("xmlns:cbc=\"" + Ubl.BASIC);
    }

    @Test
    void namespacesThatAreDeclaredLaterAreDeclaredHere() throws IOException {
        String ubl = "<Invoice xmlns=\"" + Ubl.INVOICE + "\"><ID xmlns=\"" + Ubl.BASIC + "\">F-1</ID>"
                + TestUbl.SUPPLIER.replace(
                        "<cac:AccountingSupplierParty>",
                        "<cac:AccountingSupplierParty xmlns:cac=\"" + Ubl.AGGREGATE + "\" xmlns:cbc=\"" + Ubl.BASIC
                                + "\">")
                + "</Invoice>";
        assertThat(inserted(ubl))
                .contains("xmlns:cac=\"" + Ubl.AGGREGATE + "\"")
                .contains("xmlns:cbc=\"" + Ubl.BASIC + "\"");
    }

    @Test
    void whereNothingFollowsItComesLast() throws IOException {
        assertThat(embed(TestUbl.invoice(TestUbl.NUMBER + "<cac:OrderReference/>\n")
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Embedding.Embedded.class);
        assertThat(folder.resolve("out.xml"))
                .content()
                .contains("<cac:OrderReference/>\n<cac:AdditionalDocumentReference>")
                .endsWith("</cac:AdditionalDocumentReference>\n</Invoice>");
    }

    @Test
    void otherEncodingsAreKept() throws IOException {
        String body = TestUbl.smallest().replace("Acme", "Café € Ünal");
        Charset windows = Charset.forName("windows-1252");
        inserted(("<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + body).getBytes(windows), windows);
        inserted(
                ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + body).getBytes(StandardCharsets.UTF_16LE),
                StandardCharsets.UTF_16LE);
        inserted(
                ("\uFEFF<?xml version=\"1.0\"?><!-- 😀é€ -->" + body).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }

    @Test
    void intoAnEncodingWhosePlacesCannotBeCountedNothingIsPutAndTheWaysOutAreSaid() throws IOException {
        Charset japanese = Charset.forName("Shift_JIS");
        byte[] ubl = ("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + TestUbl.smallest()).getBytes(japanese);
        assertThat(embed(ubl)).isInstanceOfSatisfying(Embedding.NotEmbedded.class, not -> {
            assertThat(not.reason().code()).isEqualTo("embedding.encoding");
            assertThat(not.reason().adviceDutch()).contains("UTF-8", "pdf+ubl");
        });
    }

    @Test
    void theSameComesOutEachTime() throws IOException {
        embed(TestUbl.smallest().getBytes(StandardCharsets.UTF_8));
        byte[] first = Files.readAllBytes(folder.resolve("out.xml"));
        embed(TestUbl.smallest().getBytes(StandardCharsets.UTF_8));
        assertThat(folder.resolve("out.xml")).hasBinaryContent(first);
        assertThat(new String(first, StandardCharsets.UTF_8))
                .contains(Base64.getEncoder().encodeToString(PDF));
    }

    @Test
    void whatIsNoInvoiceIsSaidToBeNone() throws IOException {
        assertThat(embed("<Order/>".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Embedding.NotEmbedded.class);
        assertThat(embed("<Invoice".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Embedding.NotEmbedded.class);
    }
}
