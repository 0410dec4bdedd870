package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LargeDocumentTest {
    private static final long EMBEDDED = 100L * 1024 * 1024;

    @Test
    void takesADocumentOf100MegabytesInAHeapThatCouldNotHoldIt() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output)
                    .contains("HTTP/1.1 200 OK")
                    .contains("payload of " + sizeOf(Child.parts()) + " bytes")
                    .contains("psb payload of " + sizeOf(Child.parts()) + " bytes");
        } finally {
            child.destroyForcibly();
        }
    }

    private static long sizeOf(String[] parts) {
        return parts[0].length() + EMBEDDED + parts[1].length();
    }

    /** Runs in a virtual machine of its own: sends a large document to a simulator and tells what came of it. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            try (Simulator simulator = Simulator.builder()
                    .account(SimulatedAccount.of("acme-key", "acme-secret", Rehearsed.ACME))
                    .client(SimulatedClient.of("client", "secret", Rehearsed.ACME))
                    .start()) {
                String token = new Wire(simulator.url()).logIn("acme-key", "acme-secret");
                System.out.println(send(simulator.port(), token));
                System.out.println("payload of "
                        + simulator.journal().accepted("large").get(0).payload().size() + " bytes");
                System.out.println(sendToPsb(simulator.port(), new PsbWire(simulator).logIn("client", "secret")));
                System.out.println("psb payload of "
                        + simulator.journal().accepted("large").get(1).payload().size() + " bytes");
            }
        }

        static String[] parts() {
            return Ubl.withPdf("large", "@").split("@");
        }

        private static String send(int port, String token) throws IOException {
            String[] around = Wire.envelope(
                            "SendDocument",
                            token,
                            Wire.sending("XCNL10019", "0106:11223344", String.join("@", parts())))
                    .split("@");
            return send(
                    port,
                    "POST /soap/v3.1 HTTP/1.1\r\nContent-Type: text/xml; charset=utf-8\r\nConnection: close\r\n"
                            + "SOAPAction: " + Wire.NAMESPACE + "SendDocument\r\n",
                    around);
        }

        private static String sendToPsb(int port, String token) throws IOException {
            return send(
                    port,
                    "POST /api/v1/NL:KVK:12345678/salesInvoice/send HTTP/1.1\r\nAuthorization: Bearer " + token
                            + "\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\n",
                    PsbWire.multipart("b", String.join("@", parts())).split("@"));
        }

        private static String send(int port, String head, String[] around) throws IOException {
            byte[] chunk = new byte[64 * 1024];
            Arrays.fill(chunk, (byte) 'A');
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(60_000);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream());
                out.write((head + "Content-Length: " + (around[0].length() + EMBEDDED + around[1].length()) + "\r\n\r\n"
                                + around[0])
                        .getBytes(StandardCharsets.US_ASCII));
                for (long sent = 0; sent < EMBEDDED; sent += chunk.length) {
                    out.write(chunk);
                }
                out.write(around[1].getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
