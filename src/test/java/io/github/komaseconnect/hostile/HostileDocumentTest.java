package io.github.komaseconnect.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.fuzz.Scratch;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblBody;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.invoice.UblText;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfRendering;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that reads a document agrees on each hostile one, soon, in words, and without asking anybody for anything. */
class HostileDocumentTest {
    private static final String SECRET = "strictly-private-5519";
    private static final long BULK = 400_000;

    @TempDir
    Path folder;

    private final SafeXml xml = new SafeXml();
    private final InvoicePdf rendering = new InvoicePdf(xml);

    @Test
    void eachEndsInOneAnswer() throws Exception {
        Path secret = Files.writeString(folder.resolve("geheim.txt"), SECRET);
        int held = 0;
        int sent = 0;
        try (ServerSocket nobody = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (HostileDocument document :
                    HostileDocument.all(nobody.getLocalPort(), secret).toList()) {
                Path file = document.write(folder.resolve(document.name() + ".xml"), BULK);
                long began = System.nanoTime();
                check(document, file);
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .as(document.name())
                        .isLessThan(Duration.ofSeconds(20));
                held += document.heldFor().isPresent() ? 1 : 0;
                sent += document.heldFor().isPresent() ? 0 : 1;
            }
            nobody.setSoTimeout(200);
            assertThatThrownBy(nobody::accept).isInstanceOf(SocketTimeoutException.class);
        }
        System.out.println("COUNT hostile-documents inputs=" + (held + sent) + " refused-with-reason=" + held
                + " usable=" + sent + " fetched=0");
    }

    private void check(HostileDocument document, Path original) throws IOException {
        UblText.Read read = new UblText(new UblReader(xml)).read(original, document.name() + ".xml");
        Path file = read.repair().isPresent() ? folder.resolve("mended.xml") : original;
        if (read.repair().isPresent()) {
            try (OutputStream out = Files.newOutputStream(file)) {
                read.repair().get().writeTo(original, out);
            }
        }
        UblReading reading = read.reading();
        Path pdf = folder.resolve("uit.pdf");
        Files.deleteIfExists(pdf);
        PdfExtraction extraction = new EmbeddedPdf(xml).extract(file, pdf);
        if (reading instanceof UblReading.Usable) {
            assertThat(document.heldFor()).as(document.name()).isEmpty();
            assertThat(new UblFingerprint(xml).of(file)).hasSize(64);
            assertThat(UblBody.of(xml, file).length()).isPositive();
            PdfRendering rendered = rendering.render(file, Language.NL, pdf);
            if (rendered instanceof PdfRendering.CannotRender cannot) {
                Scratch.assertTells(cannot.reason());
            }
            return;
        }
        Reason reason = reading instanceof UblReading.NotUsable refused
                ? refused.reason()
                : ((UblReading.OtherDocument) reading).reason();
        Scratch.assertTells(reason);
        assertThat(document.heldFor())
                .as(document.name() + ": " + reason.english())
                .contains(reason.code());
        assertThat(reason.dutch()).contains(document.name() + ".xml").doesNotContain(SECRET);
        assertThat(reason.english()).contains(document.name() + ".xml").doesNotContain(SECRET);
        assertThat(extraction).as(document.name()).isNotInstanceOf(PdfExtraction.Extracted.class);
        assertThat(rendering.render(file, Language.NL, pdf)).isInstanceOf(PdfRendering.CannotRender.class);
        assertThat(pdf).doesNotExist();
    }
}
