package io.github.komaseconnect.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.komaseconnect.arrival.AttachmentWriter.Written;
import io.github.komaseconnect.invoice.EmbeddedFiles;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentWriterTest {
    @TempDir
    Path root;

    private Path folder;
    private final EmbeddedFiles files = new EmbeddedFiles(SafeXml.ofArrivals());
    private final AttachmentWriter writer = new AttachmentWriter(files);

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(root.resolve("bijlagen"));
    }

    private Path ubl(String references) throws IOException {
        return Files.writeString(root.resolve("f.xml"), Arrived.with("F1", references));
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    @Test
    void writesEveryByteOfAllButThePdf() throws IOException {
        byte[] photo = new byte[100_001];
        new Random(5).nextBytes(photo);
        Path pdf = Files.writeString(root.resolve("f.pdf"), "%PDF-1.7 the invoice");
        Path ubl = ubl(Arrived.embedded("factuur.pdf", "application/pdf", TestUbl.base64("%PDF-1.7 the invoice"))
                + Arrived.embedded("foto.jpg", "image/jpeg", base64(photo))
                + Arrived.embedded("leeg.txt", "text/plain", "")
                + Arrived.embedded("werkbon.pdf", "application/pdf", TestUbl.base64("%PDF-1.7 another"))
                + "<cac:DespatchDocumentReference><cbc:ID>pakbon 7</cbc:ID><cac:Attachment>"
                + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/plain\">" + TestUbl.base64("pakbon")
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:DespatchDocumentReference>");

        Written written = writer.write(ubl, UblDigest.sha256(pdf), folder);

        assertThat(written.names()).containsExactly("foto.jpg", "leeg.txt", "werkbon.pdf", "pakbon 7.txt");
        assertThat(written.remarks()).isEmpty();
        assertThat(folder.resolve("foto.jpg")).hasBinaryContent(photo);
        assertThat(folder.resolve("leeg.txt")).isEmptyFile();
        assertThat(folder.resolve("pakbon 7.txt")).hasContent("pakbon");
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @Test
    void oneThatTheFolderDoesNotTakeCostsNoOther() throws IOException {
        Path ubl = ubl(Arrived.embedded("een.txt", "text/plain", TestUbl.base64("een"))
                + Arrived.embedded("twee.txt", "text/plain", TestUbl.base64("twee")));
        // no file can have a name that a folder with something in it has
        Files.createDirectories(folder.resolve("een.txt").resolve("vast"));

        Written written = writer.write(ubl, "", folder);

        assertThat(written.names()).containsExactly("twee.txt");
        assertThat(written.remarks()).extracting(Reason::code).containsExactly("arrival.attachments-not-written");
        assertThat(written.remarks().get(0).dutch()).contains("een.txt").doesNotContain("twee.txt");
    }

    @Test
    void aDamagedOneCostsNoOther() throws IOException {
        Path ubl = ubl(Arrived.embedded("een.txt", "text/plain", TestUbl.base64("een"))
                + Arrived.embedded("stuk.txt", "text/plain", "QUJD!!!!QUJD")
                + Arrived.embedded("half.txt", "text/plain", "QUJDR")
                + Arrived.embedded("geneste.txt", "text/plain", "QUJ<cbc:Note>D</cbc:Note>")
                + Arrived.embedded("twee.txt", "text/plain", "dHdl <!-- white space and comments --> \n ZQ"));

        Written written = writer.write(ubl, "", folder);

        assertThat(written.names()).containsExactly("een.txt", "geneste.txt", "twee.txt");
        assertThat(folder.resolve("twee.txt")).hasContent("twee");
        assertThat(written.remarks()).extracting(Reason::code).containsExactly("arrival.attachment-damaged");
        assertThat(written.remarks().get(0).dutch()).contains("stuk.txt, half.txt");
        assertThat(folder.toFile().list()).hasSize(3);
    }

    @Test
    void numberAndSizeHaveTheirBounds() throws IOException {
        String many =
                Arrived.embedded("x.txt", "text/plain", TestUbl.base64("x")).repeat(AttachmentWriter.MOST_FILES + 5);
        Written written = writer.write(ubl(many), "", folder);
        assertThat(written.names()).hasSize(AttachmentWriter.MOST_FILES);
        assertThat(written.remarks()).extracting(Reason::code).containsExactly("arrival.attachments-too-many");
        assertThat(written.remarks().get(0).dutch()).contains("niet weggeschreven: 5");

        Path other = Files.createDirectory(root.resolve("ander"));
        Written bounded = new AttachmentWriter(files, 1000)
                .write(
                        ubl(Arrived.embedded("groot.txt", "text/plain", TestUbl.base64("x".repeat(5000)))
                                + Arrived.embedded("klein.txt", "text/plain", TestUbl.base64("x"))),
                        "",
                        other);
        assertThat(bounded.names()).containsExactly("klein.txt");
        assertThat(bounded.remarks()).hasSize(1);
        assertThat(other.toFile().list()).containsExactly("klein.txt");
    }

    @Test
    void aDocumentThatBreaksOffKeepsWhatCameBefore() throws IOException {
        String whole = Arrived.with(
                "F1",
                Arrived.embedded("een.txt", "text/plain", TestUbl.base64("een"))
                        + Arrived.embedded("twee.txt", "text/plain", TestUbl.base64("twee".repeat(100))));
        Path half = Files.writeString(root.resolve("half.xml"), whole.substring(0, whole.indexOf("twee.txt") + 60));

        Written written = writer.write(half, "", folder);

        assertThat(written.names()).containsExactly("een.txt");
        assertThat(written.remarks()).extracting(Reason::code).containsExactly("arrival.attachments-unreadable");
    }

    @Test
    void memoryHasNothingToDoWithTheSize() throws IOException {
        Path large = root.resolve("groot.xml");
        TestUbl.large(large, 60L * 1024 * 1024);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        writer.write(ubl(""), "", folder);
        long before = threads.getCurrentThreadAllocatedBytes();

        Written written = writer.write(large, "", folder);

        assertThat(written.names()).containsExactly("factuur.pdf");
        assertThat(Files.size(folder.resolve("factuur.pdf"))).isGreaterThanOrEqualTo(60L * 1024 * 1024);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * 1024 * 1024);
    }
}
