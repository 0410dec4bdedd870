package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Branding;
import io.github.komaseconnect.company.TestLogo;
import io.github.komaseconnect.invoice.Corpus;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.relation.Language;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What is made is PDF/A-3u by veraPDF's judgement, with the UBL in it. */
class PdfArchiveTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void verapdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static List<String> failures(Path pdf) throws Exception {
        try (InputStream in = Files.newInputStream(pdf);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFA_3_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_U, false)) {
            var result = validator.validate(parser);
            List<String> failed = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
            assertThat(result.isCompliant()).isEqualTo(failed.isEmpty());
            return failed;
        }
    }

    private static byte[] embedded(Path pdf) throws Exception {
        try (PDDocument document = Rendering.open(pdf)) {
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
            assertThat(associated).hasSize(1);
            PDComplexFileSpecification named = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getKids()
                    .get(0)
                    .getNames()
                    .values()
                    .iterator()
                    .next();
            assertThat(associated.getObject(0)).isSameAs(named.getCOSObject());
            assertThat(named.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Alternative");
            assertThat(named.getFileUnicode()).endsWith(".xml");
            assertThat(named.getEmbeddedFile().getSubtype()).isEqualTo("text/xml");
            return named.getEmbeddedFile().toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verkoop-peppol.xml", "verkoop-print-credit.xml", "verkoop-email.xml"})
    void isPdfA3uWithTheUblByteForByte(String sample) throws Exception {
        Path pdf = Rendering.render(folder, Rendering.sample(sample));
        assertThat(failures(pdf)).isEmpty();
        assertThat(embedded(pdf)).isEqualTo(Files.readAllBytes(folder.resolve("in.xml")));
    }

    @Test
    void withALogoToo() throws Exception {
        Branding branding = new Branding(Optional.of(TestLogo.png(folder, 300, 90)), "#b3261e");
        assertThat(failures(Rendering.render(folder, Rendering.sample("verkoop-peppol.xml"), branding)))
                .isEmpty();
    }

    @Test
    void withLettersThatTheFontDoesNotHave() throws Exception {
        String note = "<cbc:Note>漢字 \uD83D\uDE00 العربية \uE000 \u200B\u0301 ﬁ \u00AD \uFFFD ĲØþ</cbc:Note>";
        assertThat(failures(Rendering.render(folder, TestUbl.invoice(TestUbl.NUMBER + note + TestUbl.SUPPLIER))))
                .isEmpty();
    }

    @Test
    void aUblThatIsLargeByItsAttachmentsStaysOut() throws Exception {
        Path ubl = folder.resolve("groot.xml");
        TestUbl.large(ubl, EmbeddedUbl.MOST_BYTES);
        Path pdf = Rendering.render(ubl, Look.plain(Language.NL), folder.resolve("uit.pdf"));
        assertThat(failures(pdf)).isEmpty();
        assertThat(pdf).satisfies(file -> assertThat(Files.size(file)).isLessThan(200_000));
    }

    @Test
    void theCorpusToo() throws Exception {
        List<Path> files = Corpus.files();
        for (int i = 0; i < files.size(); i += 6) {
            Path pdf = Rendering.render(files.get(i), Look.plain(Language.EN), folder.resolve("uit.pdf"));
            assertThat(failures(pdf)).as(files.get(i).toString()).isEmpty();
            assertThat(embedded(pdf)).isEqualTo(Files.readAllBytes(files.get(i)));
        }
    }
}
