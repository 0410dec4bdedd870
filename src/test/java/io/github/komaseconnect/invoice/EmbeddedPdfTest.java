package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPdfTest {
    private static final String FIRST = TestUbl.base64("%PDF-1.7 first, with some content");
    private static final String SECOND = TestUbl.base64("%PDF-1.7 second, with some content");

    @TempDir
    Path folder;

    private final SafeXml xml = new SafeXml();

    private PdfExtraction extract(String attachments) throws IOException {
        Path ubl = Files.writeString(
                folder.resolve("in.xml"), TestUbl.invoice(TestUbl.NUMBER + attachments + TestUbl.SUPPLIER));
        return new EmbeddedPdf(xml).extract(ubl, folder.resolve("uit.pdf"));
    }

    private String extracted() throws IOException {
        return Files.readString(folder.resolve("uit.pdf"));
    }

    @Test
    void takesTheFirstRealPdf() throws IOException {
        extract(TestUbl.attachment("1", "nep.pdf", "", TestUbl.base64("not a pdf at all"))
                + TestUbl.attachment("2", "a.pdf", "", FIRST)
                + TestUbl.attachment("3", "b.pdf", "", SECOND));
        assertThat(extracted()).contains("first");
    }

    @Test
    void prefersTheImageOfTheInvoice() throws IOException {
        extract(TestUbl.attachment("1", "a.pdf", "", FIRST) + TestUbl.attachment("2", "factuur.pdf", "", SECOND));
        assertThat(extracted()).contains("second");
    }

    @Test
    void ranksOtherDocumentsLastButTakesThemWhenThereIsNothingElse() throws IOException {
        extract(TestUbl.attachment("1", "tekening.pdf", "", FIRST) + TestUbl.attachment("2", "a.pdf", "", SECOND));
        assertThat(extracted()).contains("second");
        extract(TestUbl.attachment("1", "a.pdf", "130", FIRST));
        assertThat(extracted()).contains("first");
    }

    @Test
    void givesASafeName() throws IOException {
        assertThat(extract(TestUbl.attachment("1", "..\\../x:y.PDF", "", FIRST)))
                .isEqualTo(new PdfExtraction.Extracted(folder.resolve("uit.pdf"), "x_y.pdf"));
    }

    @Test
    void readsBase64InLines() throws IOException {
        extract(TestUbl.attachment("1", "a.pdf", "", "\n   " + FIRST.replaceAll("(.{8})", "$1\r\n   ")));
        assertThat(extracted()).isEqualTo("%PDF-1.7 first, with some content");
    }

    @Test
    void saysWhatIsWrongAndLeavesNothingBehind() throws IOException {
        assertThat(extract("")).isInstanceOf(PdfExtraction.None.class);
        assertThat(extract(TestUbl.attachment("1", "a.pdf", "", TestUbl.base64("GIF89a, really"))))
                .isInstanceOf(PdfExtraction.Unusable.class);
        assertThat(extract(TestUbl.attachment("1", "a.pdf", "", FIRST + "!!!")))
                .isInstanceOf(PdfExtraction.Unusable.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("in.xml"));
        }
    }
}
