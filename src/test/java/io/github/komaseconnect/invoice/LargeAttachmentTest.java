package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfRendering;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is allocated for an attachment of 60 MB must have nothing to do with its size. */
class LargeAttachmentTest {
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    static Path folder;

    private static Path ubl;

    private final SafeXml xml = new SafeXml();

    @BeforeAll
    static void write() throws IOException {
        ubl = folder.resolve("groot.xml");
        TestUbl.large(ubl, 60 * MEGABYTE);
        assertThat(Files.size(ubl)).isGreaterThan(80 * MEGABYTE);
    }

    private static long allocatedBy(Callable<?> work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.call();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void readsTheHeader() throws Exception {
        assertThat(allocatedBy(() -> {
                    UblReading reading = new UblReader(xml).read(ubl);
                    assertThat(((UblReading.Usable) reading).header().embeddedPdf())
                            .contains("factuur.pdf");
                    return reading;
                }))
                .isLessThan(10 * MEGABYTE);
    }

    @Test
    void takesOutThePdf() throws Exception {
        Path pdf = folder.resolve("uit.pdf");
        assertThat(allocatedBy(() -> new EmbeddedPdf(xml).extract(ubl, pdf))).isLessThan(10 * MEGABYTE);
        assertThat(Files.size(pdf)).isBetween(60 * MEGABYTE, 61 * MEGABYTE);
    }

    @Test
    void streamsTheBody() throws Exception {
        assertThat(allocatedBy(() -> {
                    UblBody body = UblBody.of(xml, ubl);
                    body.writeTo(OutputStream.nullOutputStream());
                    assertThat(body.length()).isEqualTo(Files.size(ubl));
                    return body;
                }))
                .isLessThan(10 * MEGABYTE);
    }

    @Test
    void rendersWithoutIt() throws Exception {
        InvoicePdf pdf = new InvoicePdf(xml);
        pdf.render(ubl, Language.NL, folder.resolve("warm.pdf"));
        assertThat(allocatedBy(() -> {
                    PdfRendering rendering = pdf.render(ubl, Language.NL, folder.resolve("klein.pdf"));
                    assertThat(rendering).isInstanceOf(PdfRendering.Rendered.class);
                    return rendering;
                }))
                .isLessThan(60 * MEGABYTE);
    }
}
