package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.Corpus;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.relation.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoicePdfTest {
    private static final InvoicePdf PDF = new InvoicePdf(new SafeXml());

    @TempDir
    Path folder;

    private PdfRendering render(String ubl, Language language) throws IOException {
        return PDF.render(Files.writeString(folder.resolve("in.xml"), ubl), language, folder.resolve("uit.pdf"));
    }

    private String text(String ubl, Language language) throws IOException {
        assertThat(render(ubl, language)).isInstanceOf(PdfRendering.Rendered.class);
        return text(folder.resolve("uit.pdf"), 1);
    }

    private static String text(Path pdf, int fromPage) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(fromPage);
            return stripper.getText(document);
        }
    }

    /** Top to bottom and left to right, as it is seen; the order of drawing is another. */
    private static String seen(Path pdf, int fromPage) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(fromPage);
            return stripper.getText(document);
        }
    }

    private static String line(String amount) {
        return "<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode=\"HUR\">2.50</cbc:InvoicedQuantity>"
                + "<cbc:LineExtensionAmount>" + amount + "</cbc:LineExtensionAmount><cac:Item><cbc:Name>Werk</cbc:Name>"
                + "</cac:Item></cac:InvoiceLine>";
    }

    private static String sample(String name) throws IOException {
        try (var in = InvoicePdfTest.class.getResourceAsStream("/samples/" + name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void writesDutchNumbersAndDates() throws IOException {
        String text = text(sample("verkoop-peppol.xml"), Language.NL);
        assertThat(text)
                .contains(
                        "Factuur",
                        "20-11-2026",
                        "20-12-2026",
                        "4.850,00",
                        "12,5 uur",
                        "18 m",
                        "Te betalen",
                        "€ 7.126,36".replace(' ', '\u00A0'))
                .contains("NL02 ABNA 0123 4567 89".replace(' ', '\u00A0'), "KvK-nummer 87654321");
        assertThat(seen(folder.resolve("uit.pdf"), 1)).contains("Pagina 1 van 1");
    }

    @Test
    void writesEnglishNumbersAndDates() throws IOException {
        assertThat(text(sample("verkoop-peppol.xml"), Language.EN))
                .contains(
                        "Invoice",
                        "20 November 2026",
                        "4,850.00",
                        "12.5 h",
                        "Amount due",
                        "€ 7,126.36".replace(' ', '\u00A0'));
        assertThat(seen(folder.resolve("uit.pdf"), 1)).contains("Page 1 of 1");
    }

    @Test
    void unitsAreWordsOneOrMore() throws IOException {
        String line = line("10").replace("unitCode=\"HUR\">2.50", "unitCode=\"@\">#");
        for (String[] unit : new String[][] {
            {"DAY", "1", "1 dag", "1 day"},
            {"DAY", "2", "2 dagen", "2 days"},
            {"DAY", "-1.00", "-1 dag", "-1 day"},
            {"XRO", "3", "3 rollen", "3 rolls"},
            {"MTK", "12.5", "12,5 m²", "12.5 m²"},
            {"ANN", "2", "2 jaar", "2 years"},
            {"KWT", "5", "5 kW", "5 kW"},
            {"Q7Q", "4", "4 Q7Q", "4 Q7Q"},
            {"", "4", "4", "4"}
        }) {
            String ubl = TestUbl.invoice(TestUbl.NUMBER
                    + TestUbl.SUPPLIER
                    + line.replace("@", unit[0]).replace("#", unit[1]));
            assertThat(text(ubl, Language.NL)).contains(unit[2]);
            assertThat(text(ubl, Language.EN)).contains(unit[3]);
        }
    }

    @Test
    void showsTheVatInTheSecondCurrency() throws IOException {
        String ubl = TestUbl.invoice(TestUbl.NUMBER
                + "<cbc:DocumentCurrencyCode>USD</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>"
                + TestUbl.SUPPLIER
                + "<cac:TaxTotal><cbc:TaxAmount currencyID=\"USD\">42.00</cbc:TaxAmount></cac:TaxTotal>"
                + "<cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">38.19</cbc:TaxAmount></cac:TaxTotal>");
        assertThat(text(ubl, Language.NL)).contains("Btw in EUR", "38,19", "42,00");
        assertThat(text(ubl, Language.EN)).contains("VAT in EUR", "38.19");
    }

    @Test
    void writesACreditNote() throws IOException {
        assertThat(text(sample("verkoop-print-credit.xml"), Language.NL))
                .contains("Creditnota", "Te crediteren", "F2026-0088 van 02-11-2026", "Kapsalon Knip & Co")
                .doesNotContain("Te betalen");
    }

    @Test
    void printsAmountsDigitForDigit() throws IOException {
        // such an amount takes two lines of its column
        assertThat(text(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + line("-12345678901234567.89")), Language.NL)
                        .replaceAll("\\s", ""))
                .contains("-12.345.678.901.234.567,89");
        assertThat(text(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + line("0010.5")), Language.NL))
                .contains("10,50", "2,5 uur");
        assertThat(text(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + line("1E3")), Language.NL))
                .contains("1E3");
    }

    @Test
    void splitsAGAccount() throws IOException {
        String means = "<cac:PaymentMeans><cbc:ID>GACCOUNT</cbc:ID><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>"
                + "</cac:PaymentMeans><cac:PaymentTerms><cbc:PaymentMeansID>GACCOUNT</cbc:PaymentMeansID>"
                + "<cbc:Amount>193</cbc:Amount></cac:PaymentTerms>";
        assertThat(text(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + means), Language.NL))
                .contains("Te storten op G-rekening", "193,00");
    }

    @Test
    void treatsMarkupInTextAsTextAndFetchesNothing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
            String note = "<cbc:Note>&lt;img src=\"" + url + "\"/&gt; &lt;b&gt; &amp; \" '</cbc:Note>";
            assertThat(text(TestUbl.invoice(TestUbl.NUMBER + note + TestUbl.SUPPLIER), Language.NL))
                    .contains("<img src=", "<b> & \" '");
            Assertions.assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void repeatsTheTableHeadAndNumbersThePages() throws IOException {
        render(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + line("1.00").repeat(80)), Language.NL);
        assertThat(seen(folder.resolve("uit.pdf"), 2)).startsWith("Nr.").contains("Omschrijving", "Pagina 2 van");
    }

    @Test
    void refusesMoreThanItCanLayOut() throws IOException {
        String lines = line("1.00").repeat(InvoicePdf.MAX_LINES + 1);
        assertThat(render(TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + lines), Language.NL))
                .isInstanceOfSatisfying(
                        PdfRendering.CannotRender.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("rendering.too-many-lines"));
        String note = "<cbc:Note>" + "woord ".repeat(600_000) + "</cbc:Note>";
        assertThat(render(TestUbl.invoice(TestUbl.NUMBER + note + TestUbl.SUPPLIER), Language.NL))
                .isInstanceOfSatisfying(
                        PdfRendering.CannotRender.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("rendering.too-much-text"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("in.xml"));
        }
    }

    @Test
    void refusesWhatIsNoInvoice() throws IOException {
        assertThat(render("<Order/>", Language.NL)).isInstanceOf(PdfRendering.CannotRender.class);
        assertThat(render("hallo", Language.NL)).isInstanceOf(PdfRendering.CannotRender.class);
    }

    @Test
    void rendersTheWholeCorpusWithoutAnEmptyPage() throws IOException {
        Path target = folder.resolve("uit.pdf");
        for (Path file : Corpus.files()) {
            for (Language language : Language.values()) {
                assertThat(PDF.render(file, language, target))
                        .as(file.toString())
                        .isInstanceOf(PdfRendering.Rendered.class);
                try (PDDocument document = Loader.loadPDF(target.toFile())) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(document.getNumberOfPages());
                    // the footer alone has at most two lines
                    assertThat(stripper.getText(document).lines().count())
                            .as(file.toString())
                            .isGreaterThan(4);
                }
            }
        }
    }
}
