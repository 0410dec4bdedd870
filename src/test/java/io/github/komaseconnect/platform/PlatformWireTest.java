package io.github.komaseconnect.platform;

import static io.github.komaseconnect.platform.ScriptedServer.answering;
import static io.github.komaseconnect.platform.ScriptedServer.inTurn;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.DocumentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A company's conversations over the real route and real sockets. */
class PlatformWireTest {
    @TempDir
    Path home;

    @Test
    void aWholeSendingOnTheWire() throws Exception {
        try (ScriptedServer server = new ScriptedServer(inTurn(
                        answering(200, Sample.loggedIn("tok")),
                        answering(200, Sample.response("SendDocument", "<ExternalId>XCNLOUT1</ExternalId>"))));
                PlatformRoute route = new PlatformRoute(server.url(), Map.of())) {
            assertThat(econnect(route).send(document())).isEqualTo(new Reply.Done<>(Accepted.now("XCNLOUT1")));

            ScriptedServer.Received logIn = server.received().get(0);
            ScriptedServer.Received sending = server.received().get(1);
            assertThat(logIn.header("SOAPAction")).isEqualTo("http://api.everbinding.nl/v3_1/Login");
            assertThat(sending.header("SOAPAction")).isEqualTo("http://api.everbinding.nl/v3_1/SendDocument");
            assertThat(sending.requestLine()).contains("?subscriptionKey=sub-key-9012 ");
            assertThat(sending.header("Content-Length"))
                    .isEqualTo(String.valueOf(sending.body().length()));
            assertThat(home.resolve("message.xml"))
                    .content()
                    .isEqualTo(sending.body().replace(">tok<", ">***<"));
        }
    }

    @Test
    void noSecretReachesALogAnOutcomeOrAStepOfAnIntegrator() throws Exception {
        String withLogStep = Files.readString(PlatformRoute.FILE)
                .replace(
                        "      steps:\n        - to:",
                        "      steps:\n        - to:\n            uri: log:integrator\n            parameters:\n"
                                + "              showAll: true\n              multiline: true\n        - to:");
        assertThat(withLogStep).contains("log:integrator");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("io.github.komaseconnect");
        Level rootLevel = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.TRACE);
        StringBuilder outcomes = new StringBuilder();
        ScriptedServer.Part platform = inTurn(
                answering(200, Sample.loggedIn("token-3456")),
                answering(500, Sample.fault("token-3456 app-key-1234 app-secret-5678 sub-key-9012 [ERRXYZ1234567]")),
                answering(503, ""),
                answering(401, ""),
                ScriptedServer.Call::reset);
        try (ScriptedServer server = new ScriptedServer(platform);
                PlatformRoute route = new PlatformRoute(server.url(), Map.of(), withLogStep)) {
            EConnect econnect = econnect(route);
            for (int i = 0; i < 4; i++) {
                outcomes.append(econnect.inbox(Optional.empty(), Optional.empty()));
            }
            outcomes.append(econnect.send(document()));
            server.vanish();
            outcomes.append(econnect.send(document()));
            assertThat(server.received("GetInboxDocuments")).isEqualTo(4);
        } finally {
            root.detachAppender(log);
            root.setLevel(rootLevel);
            ours.setLevel(null);
        }
        StringBuilder text = new StringBuilder(outcomes);
        for (ILoggingEvent event : log.list) {
            text.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        assertThat(text.toString())
                .contains("CamelHttpQuery=***", "SOAP message of", "econnect.unknown-fault")
                .doesNotContain("token-3456", "app-key-1234", "app-secret-5678", "sub-key-9012");
    }

    @Test
    void aStepAddedInYamlAloneTakesPart() throws Exception {
        String withHeader = Files.readString(PlatformRoute.FILE)
                .replace(
                        "      steps:\n        - to:",
                        "      steps:\n        - setHeader:\n            name: X-Proxy-Pass\n            expression:\n"
                                + "              constant:\n                expression: let-me-out\n        - to:");
        try (ScriptedServer server = new ScriptedServer(answering(200, Sample.loggedIn("tok")));
                PlatformRoute route = new PlatformRoute(server.url(), Map.of(), withHeader)) {
            assertThat(econnect(route).logIn()).isInstanceOf(Reply.Done.class);
            assertThat(server.received().get(0).header("X-Proxy-Pass")).isEqualTo("let-me-out");
        }
    }

    private EConnect econnect(PlatformRoute route) {
        return new PlatformEConnectFactory(
                        route.transport(), Sample.CLOCK, Sample.TEMPLATES, Sample::bare, home.resolve("tmp"))
                .forCompany(Sample.company(), () -> Sample.KEYS);
    }

    private OutgoingDocument document() throws Exception {
        return new OutgoingDocument(
                Files.writeString(home.resolve("ubl.xml"), "<Invoice xmlns=\"urn:i\"/>"),
                DocumentType.INVOICE,
                "1",
                "0106:12345678",
                "6f0d3f5e-6e5f-4b55-9d3c-2f6f3f0b7c11",
                home.resolve("message.xml"),
                home.resolve("answer.xml"));
    }
}
