package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.DocumentType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the head of an answer says about time reaches us, whatever clock this machine has, and within bounds. */
class RetryAfterTest {
    private static final Optional<Instant> THERE = Optional.of(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    Path tmp;

    private static String httpDate(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
    }

    private PlatformEConnect eConnect(ScriptedTransport transport) {
        return new PlatformEConnect(
                Sample.company(), () -> Sample.KEYS, transport, Sample.CLOCK, Sample.TEMPLATES, Sample::bare, tmp);
    }

    private OutgoingDocument document() throws Exception {
        Path ubl = Files.writeString(tmp.resolve("ubl.xml"), "<Invoice xmlns=\"urn:i\"/>");
        return new OutgoingDocument(
                ubl,
                DocumentType.INVOICE,
                "2026-1",
                "0106:12345678",
                "6f0d3f5e-6e5f-4b55-9d3c-2f6f3f0b7c11",
                tmp.resolve("sent.xml"),
                tmp.resolve("sent-answer.xml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1                              | PT1S",
                "  120                          | PT2M",
                "3600                           | PT1H",
                "3601                           | PT1H",
                "99999999999999999999999        | PT1H",
                "Sun, 22 Nov 2026 12:00:30 GMT  | PT30S",
                "Sunday, 22-Nov-26 12:00:30 GMT | PT30S",
                "Mon, 23 Nov 2026 12:00:00 GMT  | PT1H",
            })
    void secondsAndMomentsUpToAnHour(String header, Duration wait) {
        assertThat(AnswerTimes.retryAfter(header, THERE)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "-5", "1.5", "soon", "Sun, 22 Nov 2026 11:59:59 GMT", "٣"})
    void whatSaysNothingIsNoTime(String header) {
        assertThat(AnswerTimes.retryAfter(header, THERE)).isEmpty();
    }

    @Test
    void aMomentMeansNothingWithoutTheTimeThere() {
        assertThat(AnswerTimes.retryAfter("Sun, 22 Nov 2026 12:00:30 GMT", Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, 30", "503, 30", "503, date"})
    void comesThroughTheRouteWithTheTimeAtEConnect(int status, String wait) throws Exception {
        // the server lives three hours in the past, or this machine in the future
        Instant there = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        String retryAfter = wait.equals("date") ? httpDate(there.plusSeconds(30)) : wait;
        ScriptedServer.Part part = call -> call.raw("HTTP/1.1 " + status + " Busy\r\nDate: " + httpDate(there)
                + "\r\nretry-after: " + retryAfter
                + "\r\nCamelHttpUri: http://evil.example\r\nContent-Length: 4\r\n\r\nbusy");
        try (ScriptedServer server = new ScriptedServer(part);
                PlatformRoute route = new PlatformRoute(server.url(), Map.of())) {
            TransportResult result = route.transport()
                    .call(new SoapRequest(
                            Operation.SEND_DOCUMENT,
                            SoapMessage.of("<a/>".getBytes(StandardCharsets.UTF_8)),
                            new Secret(""),
                            tmp.resolve("answer.xml")));

            TransportResult.Answered answered = (TransportResult.Answered) result;
            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.retryAfter().orElseThrow())
                    .isBetween(Duration.ofMillis(29_500), Duration.ofSeconds(30));
            assertThat(route.serverTime.ahead().orElseThrow())
                    .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusSeconds(20));
            assertThat(server.received()).as("asked once").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aListThatIsPutOffIsTemporaryAndADocumentThatIsPutOffIsInDoubt(int status) throws Exception {
        ScriptedTransport.Wire busy = request -> {
            Files.writeString(request.answer(), "<html>busy</html>");
            return new TransportResult.Answered(status, Optional.of(Duration.ofMinutes(7)));
        };
        ScriptedTransport transport = new ScriptedTransport()
                .then(Operation.GET_INBOX_DOCUMENTS, busy)
                .then(Operation.SEND_DOCUMENT, busy);
        PlatformEConnect eConnect = eConnect(transport);

        Reply<?> list = eConnect.inbox(Optional.empty(), Optional.empty());
        Reply<?> sent = eConnect.send(document());

        assertThat(list).isInstanceOf(Reply.Temporary.class);
        assertThat(sent).isInstanceOf(Reply.InDoubt.class);
        assertThat(list.restAskedFor()).contains(Duration.ofMinutes(7));
        assertThat(sent.restAskedFor()).contains(Duration.ofMinutes(7));
        assertThat(((Reply.InDoubt<?>) sent).reason().dutch()).contains(Integer.toString(status), "420 seconden");
    }

    @Test
    void aLogInThatIsPutOffSendsNothing() throws Exception {
        ScriptedTransport transport = new ScriptedTransport().then(Operation.LOGIN, request -> {
            Files.writeString(request.answer(), "busy");
            return new TransportResult.Answered(429, Optional.of(Duration.ofSeconds(9)));
        });

        Reply<?> sent = eConnect(transport).send(document());

        assertThat(sent).isInstanceOf(Reply.Temporary.class);
        assertThat(sent.restAskedFor()).contains(Duration.ofSeconds(9));
        assertThat(transport.sent()).hasSize(1);
    }
}
