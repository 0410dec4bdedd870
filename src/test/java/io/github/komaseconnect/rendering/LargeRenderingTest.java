package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.Counts;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.relation.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An invoice of as many lines, and with as many details, as are laid out, and one of more, in a program that has 256 MB. */
@Tag("crash")
class LargeRenderingTest {
    /** Three elements each: 2,000 lines with so many are just within what is laid out. */
    private static final int DETAILS = 17;

    @TempDir
    Path folder;

    /** The program in which it happens: says what became of the document. */
    public static void main(String[] arguments) throws IOException {
        PdfRendering rendering =
                new InvoicePdf(new SafeXml()).render(Path.of(arguments[0]), Language.NL, Path.of(arguments[1]));
        System.out.println("OUTCOME " + rendering);
    }

    private String render(int lines, int detailsInEach, Path pdf) throws Exception {
        String details = "<cac:AdditionalItemProperty><cbc:Name>Maat</cbc:Name><cbc:Value>12 mm</cbc:Value>"
                + "</cac:AdditionalItemProperty>";
        String line =
                "<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode=\"C62\">1</cbc:InvoicedQuantity>"
                        + "<cbc:LineExtensionAmount currencyID=\"EUR\">1.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>Buis"
                        + "</cbc:Name>" + details.repeat(detailsInEach) + "</cac:Item></cac:InvoiceLine>";
        Path ubl = folder.resolve(lines + ".xml");
        Files.writeString(ubl, TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + line.repeat(lines)));
        File console = folder.resolve(lines + ".txt").toFile();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeRenderingTest.class.getName(),
                        ubl.toString(),
                        pdf.toString()))
                .redirectErrorStream(true)
                .redirectOutput(console)
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(console.toPath());
    }

    @ParameterizedTest
    @CsvSource({"5000, 0", "2000, " + DETAILS})
    void asMuchAsIsAllowedFits(int lines, int detailsInEach) throws Exception {
        Path pdf = folder.resolve("large.pdf");

        assertThat(render(lines, detailsInEach, pdf))
                .contains("OUTCOME Rendered")
                .doesNotContain("OutOfMemory");

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(100);
            Counts.of("large-pdf")
                    .add("lines", lines)
                    .add("details in each", detailsInEach)
                    .add("pages", document.getNumberOfPages())
                    .print();
        }
    }

    @Test
    void oneOfMoreLinesIsRefusedWithTheReason() throws Exception {
        Path pdf = folder.resolve("20000.pdf");

        assertThat(render(20_000, 0, pdf))
                .contains("OUTCOME CannotRender")
                .contains("rendering.too-many-lines")
                .contains(Integer.toString(InvoicePdf.MAX_LINES))
                .doesNotContain("OutOfMemory");
        assertThat(pdf).doesNotExist();
        assertThat(render(4000, DETAILS, pdf))
                .contains("OUTCOME CannotRender", "rendering.too-much-text")
                .doesNotContain("OutOfMemory");
        assertThat(pdf).doesNotExist();
    }
}
