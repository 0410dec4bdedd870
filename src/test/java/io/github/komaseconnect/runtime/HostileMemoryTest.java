package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.hostile.HostileDocument;
import io.github.komaseconnect.simulator.InboxDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is far too large, or far too much at once, through a runtime of {@code -Xmx256m}. */
@Tag("crash")
class HostileMemoryTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final long MEGABYTE = 1_000_000;
    private static final String BEFORE = "<cac:AccountingSupplierParty>";

    @TempDir
    Path folder;

    private Workshop workshop;
    private Process child;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder).with("http.response-timeout=300s", "pickup.max-size=1GB", "limit.peppol=1GB");
    }

    @AfterEach
    void close() throws Exception {
        if (child != null) {
            child.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        workshop.close();
    }

    private void start() throws Exception {
        workshop.writeConfiguration();
        child = ChildRuntime.start(workshop.home, Path.of("").toAbsolutePath());
    }

    private void assertSound() throws IOException {
        assertThat(child.isAlive()).isTrue();
        assertThat(Files.readString(workshop.home.resolve("child.log")))
                .doesNotContain("OutOfMemoryError", "StackOverflowError");
    }

    /** Without the files beside them that tell what became of each. */
    private List<String> sentInvoices() throws IOException {
        List<String> names = new ArrayList<>(workshop.files("sent"));
        names.removeIf(name -> !name.toLowerCase(Locale.ROOT).endsWith(".xml"));
        return names;
    }

    /** Writes elsewhere and moves it in at once. */
    private void export(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            content.write(out);
        }
        Files.move(file, workshop.acme("export").resolve(name));
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The sample with an attachment of so many bytes as base64. */
    private static void withAttachment(OutputStream out, String number, long size) throws IOException {
        String[] parts = Workshop.sample("verkoop-peppol.xml")
                .replace("F2026-0101", number)
                .split(BEFORE, 2);
        out.write(bytes(parts[0] + "<cac:AdditionalDocumentReference><cbc:ID>bijlage</cbc:ID><cac:Attachment>"
                + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"f.pdf\">JVBERi0xLjQK"));
        byte[] line = bytes("ICAg".repeat(16_000));
        for (long written = 0; written < size; written += line.length) {
            out.write(line);
        }
        out.write(bytes("</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
                + BEFORE + parts[1]));
    }

    @Test
    void anAttachmentOf200MegabytesGoesOutAndComesIn() throws Exception {
        Path large = folder.resolve("large.xml");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(large), 1 << 16)) {
            withAttachment(out, "L-1", 200 * MEGABYTE);
        }
        workshop.simulator.deliver("XCNL10019", InboxDocument.of(large));
        start();
        Files.move(large, workshop.acme("export").resolve("GROOT.XML"));

        await().atMost(LONG).until(() -> sentInvoices().size() == 1);
        await().atMost(LONG).until(() -> workshop.files("import").size() == 2);

        assertThat(workshop.simulator.journal().accepted().get(0).payload().size())
                .isGreaterThan(200 * MEGABYTE);
        assertSound();
        System.out.println("COUNT hostile-attachment megabytes=200 heap=256m sent=1 received=1");
    }

    @Test
    void whatIsLargerThanTheLimitIsHeld() throws Exception {
        workshop.with("pickup.max-size=100MB");
        start();
        export("TE-GROOT.XML", out -> withAttachment(out, "L-2", 200 * MEGABYTE));

        await().atMost(LONG).until(() -> workshop.files("held").size() == 2);

        assertThat(Files.readString(workshop.acme("held").resolve("TE-GROOT.reason.txt")))
                .contains("sales.too-large", "TE-GROOT.XML is 200 MB", "pickup.max-size");
        assertSound();
    }

    @Test
    void anInvoiceOfAMillionLinesGoesOut() throws Exception {
        start();
        export("MILJOEN.XML", out -> {
            String sample = Workshop.sample("verkoop-peppol.xml");
            int begin = sample.indexOf("<cac:InvoiceLine>");
            int end = sample.indexOf("</cac:InvoiceLine>") + "</cac:InvoiceLine>".length();
            out.write(bytes(sample.substring(0, begin)));
            for (int n = 1; n <= 1_000_000; n++) {
                out.write(
                        bytes(
                                "<cac:InvoiceLine><cbc:ID>" + n + "</cbc:ID><cbc:InvoicedQuantity unitCode=\"EA\">1"
                                        + "</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID=\"EUR\">1.00"
                                        + "</cbc:LineExtensionAmount><cac:Item><cbc:Name>Schroef</cbc:Name></cac:Item><cac:Price>"
                                        + "<cbc:PriceAmount currencyID=\"EUR\">1.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>\n"));
            }
            out.write(bytes(sample.substring(end)));
        });

        await().atMost(LONG)
                .until(() -> sentInvoices().size() + workshop.files("held").size() > 0);

        assertThat(sentInvoices()).hasSize(1);
        assertSound();
        System.out.println("COUNT hostile-lines lines=1000000 bytes="
                + workshop.simulator.journal().accepted().get(0).payload().size() + " heap=256m sent=1");
    }

    @Test
    void ninetyMegabytesOfAnythingEndInOnePlace() throws Exception {
        start();
        List<HostileDocument> documents = HostileDocument.all(9, folder.resolve("nothing"))
                .filter(document -> document.name().matches("(long|many|deep|junk|quadratic|blank)-.*"))
                .toList();
        int held = 0;
        int sent = 0;
        for (HostileDocument document : documents) {
            String name = document.name() + ".xml";
            Path file = document.write(folder.resolve(name), 90 * MEGABYTE);
            Files.move(file, workshop.acme("export").resolve(name));
            int before = held + sent;
            await().atMost(LONG)
                    .alias(name)
                    .until(() -> sentInvoices().size() + workshop.files("held").size() / 2 > before);
            held = workshop.files("held").size() / 2;
            sent = sentInvoices().size();
            assertSound();
            if (document.heldFor().isPresent()) {
                assertThat(workshop.acme("held").resolve(document.name() + ".reason.txt"))
                        .as(name)
                        .content()
                        .contains(document.heldFor().get(), name);
            }
        }
        assertThat(workshop.files("export")).isEmpty();
        System.out.println("COUNT hostile-memory inputs=" + documents.size()
                + " megabytes-each=90 heap=256m held-with-reason=" + held + " sent=" + sent + " lost=0");
    }

    @Test
    void tenThousandFilesAtOnce() throws Exception {
        String sample = Workshop.sample("verkoop-peppol.xml");
        for (int n = 0; n < 10_000; n++) {
            Files.writeString(
                    workshop.acme("export").resolve("F" + n + ".XML"), sample.replace("F2026-0101", "T-" + n));
        }
        long began = System.nanoTime();
        start();
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> sentInvoices().size() == 10_000);
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();

        assertThat(workshop.files("export")).isEmpty();
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted -> accepted.payload().size())
                .hasSize(10_000);
        assertThat(sentInvoices())
                .extracting(name -> name.replaceAll("^.*/F\\d+_|\\.xml$", ""))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10_000).mapToObj(n -> "T-" + n).toList());
        assertSound();
        System.out.println(
                "COUNT hostile-files files=10000 seconds=" + seconds + " heap=256m sent=10000 lost=0 twice=0");
    }
}
