package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.folder.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of 100 MB in a JVM with a heap of 48 MB. */
class LargeDocumentTest {
    private static final int PIECES = 1600;
    private static final byte[] PIECE = piece();

    @TempDir
    Path home;

    @Test
    void aLargeDocumentNeverIsInMemory() throws Exception {
        Path ubl = home.resolve("ubl.xml");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(ubl))) {
            large(out);
        }
        Path output = home.resolve("output");
        try (ScriptedServer server = new ScriptedServer(LargeDocumentTest::play)) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx48m",
                            "-Dlogback.configurationFile=logback-test.xml",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeDocumentRun.class.getName(),
                            server.url(),
                            home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(output)
                .content()
                .contains(
                        "done Accepted[externalId=XCNLOUT1, first=NOW]",
                        "done " + home.resolve("inbox-document.xml"),
                        "done Ready[");
        String prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        assertThat(Files.size(home.resolve("inbox-document.xml"))).isEqualTo(Files.size(ubl) + prolog.length());
        assertThat(Files.size(home.resolve("message.xml"))).isGreaterThan(Files.size(ubl));
        assertThat(Files.size(home.resolve("inbox.pdf"))).isEqualTo((long) PIECES * PIECE.length * 3 / 4);
    }

    private static void play(ScriptedServer.Call call) throws IOException {
        switch (call.request().operation()) {
            case "Login" -> call.answer(200, Sample.loggedIn("tok"));
            case "SendDocument" ->
                call.answer(200, Sample.response("SendDocument", "<ExternalId>XCNLOUT1</ExternalId>"));
            case "GetInboxDocument" ->
                around(
                        call,
                        Sample.response("GetInboxDocument", "<Details><Payload>CUT</Payload></Details>"),
                        LargeDocumentTest::large);
            default ->
                around(call, Sample.response("GetDocumentPdf", "<File><Contents>CUT</Contents></File>"), out -> {
                    for (int i = 0; i < PIECES; i++) {
                        out.write(PIECE);
                    }
                });
        }
    }

    private static void around(ScriptedServer.Call call, String frame, AtomicFile.Content content) throws IOException {
        String[] parts = frame.split("CUT");
        OutputStream out = new BufferedOutputStream(call.connection().getOutputStream(), 65536);
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        out.write(parts[0].getBytes(StandardCharsets.UTF_8));
        content.writeTo(out);
        out.write(parts[1].getBytes(StandardCharsets.UTF_8));
        out.flush();
        call.close();
    }

    /** A document of about 100 MB, most of it one attachment. */
    private static void large(OutputStream out) throws IOException {
        out.write("<Invoice xmlns=\"urn:i\"><Attachment>".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < PIECES; i++) {
            out.write(PIECE);
        }
        out.write("</Attachment></Invoice>".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] piece() {
        byte[] bytes = new byte[48 * 1024];
        Arrays.fill(bytes, (byte) 'x');
        byte[] mark = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        return Base64.getEncoder().encode(bytes);
    }
}
