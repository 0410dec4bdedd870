package io.github.komaseconnect.psb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.GlobalSettings.PsbSettings;
import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.platform.TransportResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes back: a reply, in bounded memory, without a secret in it, and never "not sent" where it may have been. */
class HostileAnswersTest {
    private static final byte[] NOT_FOUND = "{\"code\":\"API404\",\"message\":\"no\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private int status = 200;
    private byte[] answer = {};
    private Optional<Duration> retryAfter = Optional.empty();
    /** What the PSB says of the account's parties; empty: whatever it says of anything. */
    private Optional<String> parties = Optional.empty();

    private int askedForParties;
    private PsbGateway gateway;
    private int files;

    @BeforeEach
    void open() {
        URI base = URI.create("https://psb.example/");
        gateway = new PsbGateway(this::play, new PsbSettings(base, base), Clock.systemUTC(), folder.resolve("tmp"));
    }

    private TransportResult play(PsbRequest request) {
        try {
            if (request.address().getPath().endsWith("/connect/token")) {
                Files.writeString(
                        request.answer(), "{\"access_token\":\"the-token-1\",\"expires_in\":3600,\"more\":[1]}");
                return new TransportResult.Answered(200);
            }
            if (request.address().getPath().endsWith("/me/party") && parties.isPresent()) {
                askedForParties++;
                Files.writeString(request.answer(), parties.get());
                return new TransportResult.Answered(200);
            }
            Files.write(request.answer(), answer);
            return new TransportResult.Answered(status, retryAfter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EConnect econnect() {
        return gateway.forCompany(
                TestCompany.of("acme", folder).withGateway(Gateway.PSB, "NL:KVK:12345678"), () -> PsbRoute.CLIENT);
    }

    private ServiceBus bus() {
        return gateway.busOf(
                TestCompany.of("acme", folder).withGateway(Gateway.PSB, "NL:KVK:12345678"), () -> PsbRoute.CLIENT);
    }

    private Reply<Accepted> send() throws IOException {
        files++;
        return econnect()
                .send(new OutgoingDocument(
                        Files.writeString(folder.resolve(files + ".xml"), "<Invoice/>"),
                        DocumentType.INVOICE,
                        "a/b\"\r\n1",
                        "0106:87654321",
                        "doc-0001",
                        folder.resolve(files + ".http"),
                        folder.resolve(files + ".json")));
    }

    static List<String> nonsense() {
        return List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":null}",
                "{\"id\":{\"x\":1}}",
                "{\"id\":\"  \"}",
                "{\"id\":\"x\"} {\"id\":\"y\"}",
                "{\"id\":\"x\"",
                "<html>busy</html>",
                "[".repeat(100_000),
                "{\"a\":".repeat(60) + "1" + "}".repeat(60),
                "{\"id\":\"" + "x".repeat(300_000) + "\"}",
                " ".repeat(5_000_000) + "{\"id\":\"x\"}");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void anAcceptanceThatSaysNothingIsInDoubtAndAQuestionIsAskedAgain(String text) throws IOException {
        answer = text.getBytes(StandardCharsets.UTF_8);
        assertThat(send()).isInstanceOf(Reply.InDoubt.class);
        assertThat(bus().recipient(List.of("0106:1"), Optional.empty())).isInstanceOf(Reply.Temporary.class);
        if (!text.equals("[]")) {
            assertThat(econnect().accountParties()).isInstanceOf(Reply.Temporary.class);
            assertThat(bus().statuses("x/../y")).isInstanceOf(Reply.Temporary.class);
            assertThat(bus().hooks()).isInstanceOf(Reply.Temporary.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, Refused, Refused",
        "401, Blocked, Blocked",
        "403, Blocked, Blocked",
        "404, Blocked, Refused",
        "413, Refused, Refused",
        "422, Refused, Refused",
        "302, InDoubt, Temporary",
        "408, InDoubt, Temporary",
        "429, InDoubt, Temporary",
        "500, InDoubt, Temporary",
        "503, InDoubt, Temporary",
        "999, InDoubt, Temporary"
    })
    void whatEachStatusMeans(int code, String ofSending, String ofAQuestion) throws IOException {
        status = code;
        answer = "{\"code\":\"API%d\",\"message\":\"no\",\"requestId\":\"r-1\"}"
                .formatted(code)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(send().getClass().getSimpleName()).isEqualTo(ofSending);
        assertThat(bus().statuses("doc").getClass().getSimpleName()).isEqualTo(ofAQuestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Not Found</body></html>", "{}"})
    void onlyThePsbItselfSaysThatSomebodyIsNotThere(String page) {
        status = 404;
        answer = page.getBytes(StandardCharsets.UTF_8);
        assertThat(bus().recipient(List.of("0106:1"), Optional.empty())).isInstanceOf(Reply.Temporary.class);
        answer = NOT_FOUND;
        parties = Optional.of("[{\"id\":\"0106:12345678\"}]");
        assertThat(bus().recipient(List.of("0106:1"), Optional.empty())).isEqualTo(new Reply.Done<>(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"id\":\"NL:KVK:87654321\"},{\"name\":\"12345678\"}]"})
    void whereTheSenderItselfIsUnknownNothingIsSaidOfTheReceiver(String others) {
        status = 404;
        answer = NOT_FOUND;
        parties = Optional.of(others);
        ServiceBus bus = bus();

        Reply<?> reply = bus.recipient(List.of("0106:1"), Optional.empty());

        assertThat(reply).isInstanceOf(Reply.Blocked.class);
        assertThat(((Reply.Blocked<?>) reply).reason().code()).isEqualTo("econnect.unknown-party");
        assertThat(((Reply.Blocked<?>) reply).reason().adviceDutch()).contains("company.acme.party-id");
        parties = Optional.of("[{\"id\":\"NL:KVK:12345678\"}]");
        assertThat(bus.recipient(List.of("0106:1"), Optional.empty())).isEqualTo(new Reply.Done<>(Optional.empty()));
    }

    @Test
    void asLongAsItCannotBeSeenWhoTheSenderIsNothingIsSaidOfTheReceiver() {
        status = 404;
        answer = NOT_FOUND;

        assertThat(bus().recipient(List.of("0106:1"), Optional.empty())).isInstanceOf(Reply.Blocked.class);
        parties = Optional.of("<html>busy</html>");
        assertThat(bus().recipient(List.of("0106:1"), Optional.empty())).isInstanceOf(Reply.Temporary.class);
    }

    /** Its 404 has one code for a sender and a receiver that it does not know. */
    @Test
    void aDocumentForNobodyIsRefusedByItselfWhereTheSenderIsKnown() throws IOException {
        status = 404;
        answer = NOT_FOUND;
        parties = Optional.of("[{\"id\":\"NL:KVK:12345678\"}]");
        Reply<Accepted> reply = send();
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(((Reply.Refused<?>) reply).reason().code()).isEqualTo("econnect.unknown-receiver");
        assertThat(((Reply.Refused<?>) reply).reason().dutch()).contains("0106:87654321");

        parties = Optional.of("[]");
        assertThat(((Reply.Blocked<?>) send()).reason().code()).isEqualTo("econnect.unknown-party");
        parties = Optional.of("<html>busy</html>");
        assertThat(send()).isInstanceOf(Reply.Temporary.class);
        parties = Optional.of("[{\"id\":\"NL:KVK:12345678\"}]");
        answer = "<html>Not Found</html>".getBytes(StandardCharsets.UTF_8);
        assertThat(send()).as("the address is wrong").isInstanceOf(Reply.Blocked.class);
    }

    @Test
    void thatTheSenderIsKnownIsAskedForOnce() {
        status = 404;
        answer = NOT_FOUND;
        parties = Optional.of("[{\"id\":\"NL:KVK:12345678\"}]");
        ServiceBus bus = bus();

        bus.recipient(List.of("0106:1"), Optional.of("a type"));
        bus.recipient(List.of("0106:1"), Optional.empty());
        bus.recipient(List.of("0106:2"), Optional.empty());

        assertThat(askedForParties).isOne();
    }

    @Test
    void aDuplicateWasAcceptedBefore() throws IOException {
        status = 409;
        assertThat(send()).isEqualTo(new Reply.Done<>(Accepted.before("doc-0001")));
    }

    @Test
    void aWishToBeLeftAloneIsPassedOn() throws IOException {
        status = 429;
        retryAfter = Optional.of(Duration.ofSeconds(30));
        assertThat(send().restAskedFor()).contains(Duration.ofSeconds(30));
        assertThat(bus().statuses("doc").restAskedFor()).contains(Duration.ofSeconds(30));
    }

    @Test
    void noSecretThatAServerRepeatsIsShownAndNoLineIsForged() throws IOException {
        status = 400;
        answer = "{\"message\":\"token the-token-1 client-secret-4711\\r\\nERROR forged\",\"requestId\":\"%s\"}"
                .formatted("r".repeat(100_000))
                .getBytes(StandardCharsets.UTF_8);
        String shown = send().toString();
        assertThat(shown)
                .doesNotContain("the-token-1", "client-secret-4711", "\n")
                .hasSizeLessThan(4_000);
        assertThat(Files.readString(folder.resolve("1.http")))
                .doesNotContain("the-token-1")
                .contains("filename=\"a-b-_1.xml\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageOfAProxyIsNoDocument(String text) {
        answer = text.getBytes(StandardCharsets.UTF_8);
        assertThat(econnect().inboxDocument("id", folder.resolve("a"), folder.resolve("d")))
                .isInstanceOf(Reply.Temporary.class);
        assertThat(folder.resolve("d")).doesNotExist();
    }

    static List<String> pages() {
        return List.of("", "busy", "{}", "<html>x</html>", " \r\n<!DOCTYPE html><html/>", "<HTML>");
    }

    @Test
    void aDocumentInUtf16IsADocument() {
        answer = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><Invoice/>".getBytes(StandardCharsets.UTF_16);
        assertThat(econnect().inboxDocument("id", folder.resolve("a"), folder.resolve("d")))
                .isInstanceOf(Reply.Done.class);
        assertThat(folder.resolve("d")).hasBinaryContent(answer);
    }
}
