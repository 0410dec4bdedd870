package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.InboxDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document of 90 MB goes out, looked at by the official rules, and comes in through a runtime of {@code -Xmx256m}; also when
 * it is so large by a PDF that is put into it on the way.
 */
class LargeInvoiceTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int LINES = 1_200_000;

    @TempDir
    Path folder;

    private Workshop workshop;
    private Process child;

    @AfterEach
    void close() throws Exception {
        if (child != null) {
            child.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        if (workshop != null) {
            workshop.close();
        }
    }

    @Test
    void inBoundedMemory() throws Exception {
        workshop = new Workshop(folder);
        goesOutAndComesIn((large, export) -> {
            writePdf(export.resolve("GROOT.PDF"));
            workshop.export("GROOT.XML", Workshop.sample("verkoop-peppol.xml"));
        });
    }

    /** The PSB makes no PDF, and the program takes the embedded one. */
    @Test
    void inBoundedMemoryOverThePsb() throws Exception {
        workshop = PsbWorkshop.in(folder);
        goesOutAndComesIn((large, export) -> Files.move(large, export.resolve("GROOT.XML")));
    }

    private interface Export {
        void put(Path large, Path export) throws Exception;
    }

    private void goesOutAndComesIn(Export invoice) throws Exception {
        Path large = folder.resolve("large.xml");
        write(large);
        assertThat(Files.size(large)).isGreaterThan(90_000_000L);
        workshop.simulator.deliver("XCNL10019", InboxDocument.of(large));
        workshop.with("http.response-timeout=60s", "limit.peppol=120MB", "company.acme.validation=block")
                .writeConfiguration();
        child = ChildRuntime.start(workshop.home, Path.of("").toAbsolutePath());
        invoice.put(large, workshop.acme("export"));

        await().atMost(LONG).until(() -> workshop.files("sent").stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml")));
        await().atMost(LONG).until(() -> workshop.files("import").size() == 2);

        AcceptedDocument accepted = workshop.simulator.journal().accepted().get(0);
        assertThat(accepted.payload().size()).isGreaterThan(90_000_000L);
        assertThat(child.isAlive()).isTrue();
        assertThat(workshop.home.resolve("child.log")).content().doesNotContain("OutOfMemoryError");
    }

    /** It becomes a third larger in base64. */
    private static void writePdf(Path target) throws IOException {
        byte[] white = new byte[1 << 20];
        Arrays.fill(white, (byte) ' ');
        try (OutputStream out = Files.newOutputStream(target)) {
            out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
            for (int n = 0; n < 66; n++) {
                out.write(white);
            }
        }
    }

    /** The sample with an embedded PDF: a small one, followed by very much white. */
    private static void write(Path target) throws IOException {
        String sample = Workshop.sample("verkoop-peppol.xml");
        String before = "<cac:AccountingSupplierParty>";
        int place = sample.indexOf(before);
        assertThat(place).isPositive();
        try (Writer out = Files.newBufferedWriter(target)) {
            out.write(sample, 0, place);
            out.write("<cac:AdditionalDocumentReference><cbc:ID>bijlage</cbc:ID><cac:Attachment>"
                    + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"f.pdf\">");
            out.write("JVBERi0xLjQK");
            for (int n = 0; n < LINES; n++) {
                out.write("ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg\n");
            }
            out.write("</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>");
            out.write(sample, place, sample.length() - place);
        }
    }
}
