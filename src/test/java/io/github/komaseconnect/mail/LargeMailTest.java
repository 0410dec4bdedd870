package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not depend on the size of a mail: 80 MB of attachments through a JVM that has 32 MB. */
class LargeMailTest {
    private static final int MEGABYTES_EACH = 40;

    @TempDir
    Path folder;

    @Test
    void goesThroughASmallMemory() throws Exception {
        large("groot.pdf", "%PDF-1.7\n");
        large("groot.xml", "<Invoice/>\n");
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().withoutKeepingContent()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeMail.class.getName(),
                            folder.toString(),
                            String.valueOf(server.port()))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains("Delivered[reference=<delivery-17.");
            Path eml = folder.resolve("groot.eml");
            assertThat(Files.size(eml)).isGreaterThan(2L * MEGABYTES_EACH * 1024 * 1024 * 4 / 3);
            assertThat(server.hashes()).containsExactly(Sha256.ofFile(eml));
        }
    }

    private void large(String name, String head) throws IOException {
        byte[] megabyte = new byte[1024 * 1024];
        new Random(42).nextBytes(megabyte);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < MEGABYTES_EACH; i++) {
                out.write(megabyte);
            }
        }
    }
}
