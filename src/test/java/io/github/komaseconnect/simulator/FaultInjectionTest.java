package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FaultInjectionTest extends Rehearsed {
    private static final String PEPPOL = "0106:11223344";

    private int accepted() {
        return simulator.journal().accepted().size();
    }

    private Faults.Plan nextSend() {
        return simulator.faults().on(Operation.SEND_DOCUMENT).times(1);
    }

    /** The whole answer as it came over a raw socket, or the exception that ended it. */
    private String rawSend() throws IOException {
        byte[] body = Wire.envelope("SendDocument", token, Wire.sending("XCNL10019", PEPPOL, Ubl.invoice("raw")))
                .getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /soap/v3.1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: "
                                    + body.length + "\r\nConnection: close\r\nSOAPAction: " + Wire.NAMESPACE
                                    + "SendDocument\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void resetsBeforeAcceptance() {
        nextSend().inject(Fault.resetBeforeAcceptance());

        assertThatThrownBy(this::rawSend).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(accepted()).isZero();
        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(200);
    }

    @Test
    void resetsAfterAcceptance() {
        nextSend().inject(Fault.resetAfterAcceptance());

        assertThatThrownBy(this::rawSend).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(simulator.journal().accepted("raw")).hasSize(1);
        assertThat(simulator.journal().calls(Operation.SEND_DOCUMENT))
                .extracting(Call::outcome)
                .containsExactly(Call.Outcome.INJECTED);
    }

    @Test
    void answersAStatusBeforeOrAfterAcceptance() {
        nextSend().inject(Fault.statusBeforeAcceptance(503));
        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(503);
        assertThat(accepted()).isZero();

        nextSend().inject(Fault.statusAfterAcceptance(503));
        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(503);
        assertThat(accepted()).isOne();
    }

    @Test
    void saysWhenToComeBack() throws Exception {
        simulator
                .faults()
                .on(Operation.GET_ACCOUNT_PARTIES)
                .inject(Fault.statusBeforeAcceptance(429, Duration.ofMinutes(2)));

        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        wire.request(
                                        Wire.NAMESPACE + "GetAccountParties",
                                        Wire.envelope("GetAccountParties", token, ""))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("120");
    }

    @Test
    void answersAPageOfAProxy() {
        nextSend().inject(Fault.proxyPage());
        Wire.Answer answer = send(PEPPOL, Ubl.invoice("1"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
        assertThat(accepted()).isZero();
    }

    @Test
    void answersHalf() throws IOException {
        nextSend().inject(Fault.halfAnswer());

        String answer = rawSend();

        int length = Integer.parseInt(answer.replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"));
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(length / 2);
        assertThat(simulator.journal().accepted("raw")).hasSize(1);
    }

    @Test
    void keepsSilentUntilTheClientGivesUp() {
        nextSend().inject(Fault.silenceAfterAcceptance());

        assertThatThrownBy(() -> wire.exchange(wire.request(
                                Wire.NAMESPACE + "SendDocument",
                                Wire.envelope(
                                        "SendDocument", token, Wire.sending("XCNL10019", PEPPOL, Ubl.invoice("1"))))
                        .timeout(Duration.ofMillis(300))
                        .build()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(accepted()).isOne();
    }

    @Test
    void holdsACallBackBeforeAcceptanceAndAcceptsItLate() {
        Gate gate = new Gate();
        nextSend().inject(Fault.holdBeforeAcceptance(gate));

        CompletableFuture<Wire.Answer> answer = CompletableFuture.supplyAsync(() -> send(PEPPOL, Ubl.invoice("1")));
        await().until(() -> gate.waiting() == 1);
        assertThat(accepted()).isZero();
        gate.open();

        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(accepted()).isOne();
    }

    @Test
    void holdsAnAnswerBackAfterAcceptance() {
        Gate gate = new Gate();
        nextSend().inject(Fault.holdAfterAcceptance(gate));

        CompletableFuture<Wire.Answer> answer = CompletableFuture.supplyAsync(() -> send(PEPPOL, Ubl.invoice("1")));
        await().until(() -> gate.waiting() == 1);
        assertThat(accepted()).isOne();
        assertThat(answer).isNotDone();
        gate.open();

        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    void letsWaitingCallsGoWhenItIsClosed() throws IOException {
        Gate gate = new Gate();
        nextSend().inject(Fault.holdAfterAcceptance(gate));
        CompletableFuture<Wire.Answer> answer = CompletableFuture.supplyAsync(() -> send(PEPPOL, Ubl.invoice("1")));
        await().until(() -> gate.waiting() == 1);

        simulator.close();

        await().until(answer::isDone);
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void delays() {
        nextSend().inject(Fault.delayBeforeAcceptance(Duration.ofMillis(150)));
        nextSend().inject(Fault.delayAfterAcceptance(Duration.ofMillis(150)));
        long start = System.nanoTime();
        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void answersAnyFault() {
        nextSend().inject(Fault.refusal("ERRXXX1000001", "Something new."));
        assertThat(send(PEPPOL, Ubl.invoice("1")).fault()).isEqualTo("Something new. [ERRXXX1000001]");
        assertThat(accepted()).isZero();
    }

    @Test
    void strikesOnlyWhatIsMeant() {
        FaultRule rule = simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forInvoices("2", "3")
                .forCompany("XCNL10019")
                .times(2)
                .inject(Fault.statusBeforeAcceptance(503));

        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(200);
        assertThat(send(PEPPOL, Ubl.invoice("2")).status()).isEqualTo(503);
        assertThat(send(PEPPOL, Ubl.invoice("3")).status()).isEqualTo(503);
        assertThat(send(PEPPOL, Ubl.invoice("2")).status()).isEqualTo(200);
        assertThat(rule.hits()).isEqualTo(2);
    }

    @Test
    void strikesFetchesByInvoiceNumberToo() {
        String externalId = simulator.deliver("XCNL10019", InboxDocument.of(Ubl.invoice("77")));
        simulator.faults().onAnyCall().forInvoices("77").inject(Fault.statusAfterAcceptance(502));

        assertThat(call("GetInboxDocument", id(externalId)).status()).isEqualTo(502);
        assertThat(simulator.status(externalId)).isEqualTo(InvoiceStatus.DOWNLOADED);
    }

    @Test
    void isNotUsedUpByACallThatIsRefusedAnyway() {
        FaultRule rule = nextSend().inject(Fault.statusAfterAcceptance(503));
        assertThat(send("0106:1", Ubl.invoice("1")).fault()).endsWith("[ERRSND4000001]");
        assertThat(rule.hits()).isZero();
        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(503);
    }

    @Test
    void canBeWithdrawn() {
        FaultRule rule = simulator.faults().onAnyCall().inject(Fault.proxyPage());
        simulator.faults().onAnyCall().inject(Fault.statusBeforeAcceptance(503));
        rule.withdraw();
        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(503);
        simulator.faults().clear();
        assertThat(send(PEPPOL, Ubl.invoice("1")).status()).isEqualTo(200);
    }

    @Test
    void refusesConnectionsAndComesBackOnTheSamePort() throws IOException {
        int port = simulator.port();
        simulator.refuseConnections();
        assertThatThrownBy(() -> new Wire(simulator.url()).logIn("acme-key", "acme-secret"))
                // refused, or reset by a connection that met itself on that port: in any case no answer
                .isInstanceOf(UncheckedIOException.class);

        simulator.acceptConnections();

        assertThat(simulator.port()).isEqualTo(port);
        assertThat(new Wire(simulator.url()).logIn("acme-key", "acme-secret")).isNotEmpty();
    }

    @Test
    void endsConnectionsThatAreOpenWhenItRefusesNewOnes() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("POST /soap/v3.1 HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            simulator.refuseConnections();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
