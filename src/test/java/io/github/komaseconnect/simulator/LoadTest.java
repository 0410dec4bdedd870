package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest extends Rehearsed {
    private static final int CLIENTS = 8;
    private static final int EACH = 50;
    private static final int LARGE = 12_000_000;

    @Test
    void servesEightClientsAtOnceAndLosesNothing() {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<CompletableFuture<Void>> work = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, EACH).forEach(i -> {
                                String number = client + "-" + i;
                                assertThat(send("XCNL10018", Ubl.invoice(number))
                                                .status())
                                        .isEqualTo(200);
                            }),
                            clients))
                    .toList();
            work.forEach(CompletableFuture::join);
        } finally {
            clients.shutdown();
        }

        assertThat(simulator.journal().accepted()).hasSize(CLIENTS * EACH).allSatisfy(accepted -> assertThat(
                        accepted.payload().text())
                .isEqualTo(Ubl.invoice(accepted.invoiceNumber())));
        assertThat(simulator.journal().accepted().stream()
                        .map(AcceptedDocument::externalId)
                        .distinct())
                .hasSize(CLIENTS * EACH);
        assertThat(countInbox()).isEqualTo(CLIENTS * EACH);
    }

    private int countInbox() {
        String beta = betaToken();
        List<String> found = new ArrayList<>();
        String start = "";
        do {
            Wire.Answer page = wire.call("GetInboxDocuments", beta, "<Paging><Limit>100</Limit>" + start + "</Paging>");
            found.addAll(page.values("ExternalId"));
            start = page.value("NextPage").isEmpty() ? "" : "<StartPage>" + page.value("NextPage") + "</StartPage>";
        } while (!start.isEmpty());
        return (int) found.stream().distinct().count();
    }

    @Test
    void streamsALargeDocumentInAndOut(@TempDir Path folder) throws IOException {
        String base64 = "JVBERi0x".repeat(LARGE / 8);
        Path file = Files.writeString(folder.resolve("large.xml"), Ubl.withPdf("large", base64));

        String sent = send("XCNL10018", Files.readString(file)).value("ExternalId");
        String received = simulator.deliver(ACME.companyId(), InboxDocument.of(file));

        assertThat(simulator.journal().accepted("large").get(0).payload().size())
                .isEqualTo(Files.size(file));
        assertThat(call("GetOutboxDocument", id(sent)).value("Payload")).isEqualTo(Files.readString(file));
        assertThat(call("GetInboxDocument", id(received)).value("Payload")).isEqualTo(Files.readString(file));
        assertThat(call("GetDocumentPdf", id(received)).value("Contents")).isEqualTo(base64);
    }

    @Test
    void survivesAClientThatGoesInTheMiddleOfALargeRequest() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.getOutputStream()
                    .write(("POST /soap/v3.1 HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Length: 1000000\r\n\r\n"
                                    + "x".repeat(100_000))
                            .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(send("0106:11223344", Ubl.invoice("1")).status()).isEqualTo(200);
        assertThat(simulator.journal().accepted()).hasSize(1);
    }
}
