package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that would take the program's memory is refused, whatever there is too much of, and the reason says so. */
class RenderingBoundsTest {
    private static final InvoicePdf PDF = new InvoicePdf(new SafeXml());

    @TempDir
    Path folder;

    private void assertRefused(String content, String code) throws IOException {
        Path ubl = Files.writeString(
                folder.resolve("in.xml"), TestUbl.invoice(TestUbl.NUMBER + content + TestUbl.SUPPLIER));
        assertThat(PDF.render(ubl, Language.NL, folder.resolve("uit.pdf")))
                .isInstanceOfSatisfying(PdfRendering.CannotRender.class, refused -> {
                    Reason reason = refused.reason();
                    assertThat(reason.code()).isEqualTo(code);
                    assertThat(reason.adviceDutch()).contains("samen, onder dezelfde naam");
                });
        assertThat(folder.resolve("uit.pdf")).doesNotExist();
    }

    private static String line(String content) {
        return "<cac:InvoiceLine><cbc:ID>1</cbc:ID>" + content + "</cac:InvoiceLine>";
    }

    @Test
    void manyNotes() throws IOException {
        assertRefused("<cbc:Note>x</cbc:Note>".repeat(250_000), "rendering.too-many-details");
    }

    @Test
    void manyDeliveries() throws IOException {
        assertRefused(
                "<cac:Delivery><cac:DeliveryLocation/></cac:Delivery>".repeat(140_000), "rendering.too-many-details");
    }

    @Test
    void manyDetailsInOneLine() throws IOException {
        String detail = "<cac:AdditionalItemProperty><cbc:Name>a</cbc:Name><cbc:Value>b</cbc:Value>"
                + "</cac:AdditionalItemProperty>";
        assertRefused(line("<cac:Item>" + detail.repeat(1000) + "</cac:Item>"), "rendering.too-many-details");
    }

    @Test
    void linesWithinALineAreLines() throws IOException {
        String within = "<cac:SubInvoiceLine><cbc:ID>1</cbc:ID></cac:SubInvoiceLine>";
        assertRefused(line(within.repeat(InvoicePdf.MAX_LINES)), "rendering.too-many-lines");
    }

    @Test
    void eachLineWithinALineHasRoomOfItsOwn() throws IOException {
        String within = "<cac:SubInvoiceLine><cbc:ID>1</cbc:ID><cbc:Note>" + "woord ".repeat(1000)
                + "</cbc:Note></cac:SubInvoiceLine>";
        Files.delete(
                Rendering.render(folder, TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER + line(within.repeat(5)))));
        assertRefused(line("<cbc:Note>" + "woord ".repeat(4000) + "</cbc:Note>"), "rendering.too-much-text");
    }

    /** As many lines as are allowed, in a program that has much less memory than it should. */
    @Test
    void whereTheMemoryIsUsedUpTheReasonSaysIt() throws Exception {
        Path ubl = Files.writeString(folder.resolve("in.xml"), Rendering.invoice(InvoicePdf.MAX_LINES));
        Path pdf = folder.resolve("uit.pdf");
        File console = folder.resolve("console.txt").toFile();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeRenderingTest.class.getName(),
                        ubl.toString(),
                        pdf.toString()))
                .redirectErrorStream(true)
                .redirectOutput(console)
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(console.toPath()))
                .contains("OUTCOME CannotRender")
                .contains("rendering.too-large")
                .contains("samen, onder dezelfde naam");
        assertThat(pdf).doesNotExist();
    }
}
