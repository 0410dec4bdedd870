package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.mail.CarriedUbl;
import io.github.komaseconnect.relation.Language;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PDF that a customer gets: beside, embedded, rendered, in this order. */
class PdfChoiceTest {
    private static final SafeXml XML = new SafeXml();

    private static PdfChoice choice;

    @TempDir
    Path folder;

    private Path ubl;

    @BeforeAll
    static void layout() {
        choice = new PdfChoice(new EmbeddedPdf(XML), new InvoicePdf(XML));
    }

    @BeforeEach
    void sample() throws Exception {
        ubl = folder.resolve("document.xml");
        try (InputStream in = PdfChoiceTest.class.getResourceAsStream("/samples/verkoop-email.xml")) {
            Files.write(ubl, in.readAllBytes());
        }
    }

    private void embed(String content) throws Exception {
        Files.writeString(
                ubl,
                TestUbl.invoice(TestUbl.NUMBER
                        + TestUbl.attachment("F-1", "factuur.pdf", "380", TestUbl.base64(content))
                        + TestUbl.SUPPLIER));
    }

    /** Into an invoice that can be rendered. */
    private void attach(String fileName, String content) throws Exception {
        String supplier = "<cac:AccountingSupplierParty>";
        String whole = Files.readString(ubl);
        assertThat(whole).containsOnlyOnce(supplier);
        Files.writeString(
                ubl,
                whole.replace(supplier, TestUbl.attachment("1", fileName, "", TestUbl.base64(content)) + supplier));
    }

    private Path beside(String content) throws Exception {
        return Files.writeString(folder.resolve("document.pdf"), content);
    }

    private Path chosen(Optional<Path> beside, Language language) throws Exception {
        PdfChoice.Choice made = choice.choose(ubl, beside, Look.plain(language), folder);
        assertThat(made).isInstanceOf(PdfChoice.Chosen.class);
        return ((PdfChoice.Chosen) made).file();
    }

    @Test
    void theOneBesideTheXmlComesFirst() throws Exception {
        embed("%PDF-1.7 embedded");
        Path beside = beside("%PDF-1.4 beside");

        assertThat(chosen(Optional.of(beside), Language.NL)).isEqualTo(beside);
        assertThat(folder.resolve("embedded.pdf")).doesNotExist();
    }

    @Test
    void thenTheEmbeddedOneByteForByte() throws Exception {
        embed("%PDF-1.7 embedded");

        assertThat(chosen(Optional.empty(), Language.NL)).hasContent("%PDF-1.7 embedded");
    }

    @Test
    void aTimesheetIsNotTheInvoiceEvenWhenThereIsNoOther() throws Exception {
        attach("urenstaat.pdf", "%PDF-1.7 hours");

        Path made = chosen(Optional.empty(), Language.NL);

        assertThat(made).hasFileName("rendered-nl.pdf");
        assertThat(folder.resolve("embedded.pdf")).doesNotExist();
    }

    @Test
    void norIsSomethingElseThatIsNoPdf() throws Exception {
        attach("urenstaat.pdf", "hello");

        assertThat(chosen(Optional.empty(), Language.NL)).hasFileName("rendered-nl.pdf");
    }

    @Test
    void theUblThatIsMailedGetsTheInvoiceBesideTheTimesheet() throws Exception {
        attach("urenstaat.pdf", "%PDF-1.7 hours");
        Path pdf = chosen(Optional.empty(), Language.NL);

        CarriedUbl carried = CarriedUbl.of(
                Attachments.UBL_WITH_PDF, new PdfEmbedding(XML), ubl, pdf, "F2026-0102", folder.resolve("with.xml"));

        Path image = folder.resolve("image.pdf");
        new EmbeddedPdf(XML).extractImage(((CarriedUbl.File) carried).file(), image);
        assertThat(image).hasSameBinaryContentAs(pdf);
    }

    @Test
    void thenOneThatIsRenderedInTheLanguageOfTheRelation() throws Exception {
        Path dutch = chosen(Optional.empty(), Language.NL);
        Path english = chosen(Optional.empty(), Language.EN);

        assertThat(dutch).isNotEqualTo(english);
        assertThat(Files.readAllBytes(dutch)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatWasChosenOnceStaysTheSame() throws Exception {
        Path first = chosen(Optional.empty(), Language.NL);
        byte[] bytes = Files.readAllBytes(first);

        assertThat(chosen(Optional.empty(), Language.NL)).isEqualTo(first);
        assertThat(Files.readAllBytes(first)).isEqualTo(bytes);
    }

    @Test
    void aFileBesideThatIsNoPdfIsNeverReplacedByAnother() throws Exception {
        embed("%PDF-1.7 embedded");

        PdfChoice.Choice made = choice.choose(ubl, Optional.of(beside("<html>")), Look.plain(Language.NL), folder);

        assertThat(made).isInstanceOfSatisfying(PdfChoice.Impossible.class, impossible -> assertThat(
                        impossible.reason().dutch())
                .contains("geen PDF"));
    }

    @Test
    void anImageOfTheInvoiceThatOnlySaysThatItIsAPdfHoldsItWithTheWaysOut() throws Exception {
        embed("hello");

        assertHeldWithTheWaysOut("invoice.embedded-not-pdf");
        assertThat(folder.resolve("embedded.pdf")).doesNotExist();
    }

    @Test
    void soDoesADamagedOne() throws Exception {
        Files.writeString(
                ubl,
                TestUbl.invoice(TestUbl.NUMBER
                        + TestUbl.attachment("F-1", "factuur.pdf", "", TestUbl.base64("%PDF-1.7 embedded") + "!!!")
                        + TestUbl.SUPPLIER));

        assertHeldWithTheWaysOut("invoice.embedded-damaged");
    }

    private void assertHeldWithTheWaysOut(String code) throws Exception {
        assertThat(choice.choose(ubl, Optional.empty(), Look.plain(Language.NL), folder))
                .isInstanceOfSatisfying(PdfChoice.Impossible.class, impossible -> {
                    assertThat(impossible.reason().code()).isEqualTo(code);
                    assertThat(impossible.reason().adviceDutch()).contains("naast het XML", "reroute ID --by peppol");
                    assertThat(impossible.reason().adviceEnglish())
                            .contains("beside the XML", "reroute ID --by peppol");
                });
    }

    /** Whatever else is a real PDF there: nobody said that it is the invoice. */
    @Test
    void alsoBesideAnotherRealOne() throws Exception {
        Files.writeString(
                ubl,
                TestUbl.invoice(TestUbl.NUMBER
                        + TestUbl.attachment("1", "factuur.pdf", "", TestUbl.base64("<html>"))
                        + TestUbl.attachment("2", "specificatie.pdf", "", TestUbl.base64("%PDF-1.7 more"))
                        + TestUbl.SUPPLIER));

        assertHeldWithTheWaysOut("invoice.embedded-not-pdf");
    }

    @Test
    void whichOfTwoIsTheInvoiceIsNotGuessed() throws Exception {
        Files.writeString(
                ubl,
                TestUbl.invoice(TestUbl.NUMBER
                        + TestUbl.attachment("1", "Factuur 12 werkbonnr 3.pdf", "", TestUbl.base64("%PDF-1.7 one"))
                        + TestUbl.attachment("2", "Bijlage.pdf", "", TestUbl.base64("%PDF-1.7 other"))
                        + TestUbl.SUPPLIER));

        assertThat(new EmbeddedPdf(XML).extractImage(ubl, folder.resolve("image.pdf")))
                .isEqualTo(new PdfExtraction.None(Optional.empty()));
    }

    @Test
    void somethingElseThatOnlySaysThatItIsAPdfGivesWayWithAWarning() throws Exception {
        attach("specificatie.pdf", "<html>");

        PdfChoice.Choice made = choice.choose(ubl, Optional.empty(), Look.plain(Language.NL), folder);
        PdfChoice.Choice again = choice.choose(ubl, Optional.empty(), Look.plain(Language.NL), folder);

        assertThat(again).isEqualTo(made);
        assertThat(made).isInstanceOfSatisfying(PdfChoice.Chosen.class, chosen -> {
            assertThat(chosen.file()).hasFileName("rendered-nl.pdf");
            assertThat(chosen.warning().orElseThrow().dutch()).contains("specificatie.pdf", "van de factuur zelf");
        });
    }
}
