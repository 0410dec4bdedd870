package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStrictnessTest extends Rehearsed {
    private static final String ACTION = Wire.NAMESPACE + "GetAccountParties";

    private HttpRequest.Builder request() {
        return wire.request(ACTION, Wire.envelope("GetAccountParties", token, ""));
    }

    @Test
    void refusesAChunkedRequest() {
        byte[] body = Wire.envelope("GetAccountParties", token, "").getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = request()
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        assertThat(wire.exchange(chunked).status()).isEqualTo(411);
        assertThat(simulator.journal().calls(Operation.GET_ACCOUNT_PARTIES))
                .extracting(Call::outcome)
                .containsExactly(Call.Outcome.REFUSED);
    }

    @Test
    void knowsNoOtherMethodThanPost() {
        assertThat(wire.exchange(request().GET().build()).status()).isEqualTo(405);
    }

    @Test
    void knowsNoOtherPath() {
        URI other = URI.create(simulator.url() + "/x");
        assertThat(wire.exchange(request().uri(other).build()).status()).isEqualTo(404);
    }

    @Test
    void hasNoControlPageUnlessAsked() {
        URI control = simulator.url().resolve("/control/journal");
        assertThat(wire.exchange(request().uri(control).build()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/soap+xml", "text/xml; charset=iso-8859-1", "application/xml"})
    void refusesOtherContentTypes(String type) {
        assertThat(wire.exchange(request().setHeader("Content-Type", type).build())
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "text/xml;charset=UTF-8", "text/xml; charset=\"utf-8\""})
    void takesTheContentTypesOfSoap11(String type) {
        assertThat(wire.exchange(request().setHeader("Content-Type", type).build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersSeveralRequestsOnOneConnectionAndAsksFirstWhenToldTo() throws IOException {
        byte[] body = Wire.envelope("GetAccountParties", token, "").getBytes(StandardCharsets.UTF_8);
        String head = "POST /soap/v3.1 HTTP/1.1\r\nHost: x\r\nSOAPAction: \"" + ACTION
                + "\"\r\nContent-Type: text/xml\r\nContent-Length: " + body.length + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200 OK").contains("Keep-Alive: timeout=");

            socket.getOutputStream()
                    .write((head + "Expect: 100-continue\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(readHead(socket)).startsWith("HTTP/1.1 100 Continue");
            socket.getOutputStream().write(body);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void refusesWhatIsNotHttp() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("HELLO\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    private static String readAnswer(Socket socket) throws IOException {
        String head = readHead(socket);
        int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"));
        return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String readHead(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = socket.getInputStream().read();
            assertThat(c).as("the connection ended after: %s", head).isNotNegative();
            head.append((char) c);
        }
        return head.toString();
    }
}
