package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.AttemptOutcome;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log-in by OAuth 2, over the route as it is shipped, with a real token server and a real mail server. */
class MailOauth2Test {
    private static final String CLIENT_SECRET = "cl1ent-geheim";

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> forms = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> answer = new AtomicReference<>("");
    private volatile int status = 200;
    private HttpServer tokenServer;
    private ScriptedSmtpServer server;
    private SmtpClient client;

    @BeforeEach
    void start() throws Exception {
        tokenServer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        tokenServer.createContext("/", exchange -> {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String given = answer.get().isEmpty()
                    ? "{\"access_token\":\"token-" + forms.size() + "\",\"expires_in\":3600}"
                    : answer.get();
            byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        tokenServer.start();
        server = ScriptedSmtpServer.plain().answer("EHLO", "250-test\r\n250 AUTH LOGIN XOAUTH2");
        Properties properties = new Properties();
        properties.setProperty("komas.platform.url", "http://127.0.0.1:1/soap");
        properties.setProperty("komas.psb.url", "http://127.0.0.1:1/psb");
        camel.getPropertiesComponent().setInitialProperties(properties);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString(
                        "econnect.camel.yaml", Files.readString(Path.of("routes", "econnect.camel.yaml"))));
        camel.start();
        client = new SmtpClient(Samples.impatience(), new MailTokenRoute(camel, Samples.CLOCK, folder));
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        tokenServer.stop(0);
        server.close();
    }

    private MailSettings settings() {
        MailOauth2 oauth2 = new MailOauth2(
                URI.create("http://127.0.0.1:" + tokenServer.getAddress().getPort() + "/tenant/token"),
                "app-id",
                new Secret(CLIENT_SECRET),
                "https://outlook.office365.com/.default");
        return new MailSettings(
                "127.0.0.1", server.port(), "facturen@acme.nl", new Secret(""), MailSecurity.NONE, Optional.of(oauth2));
    }

    private AttemptOutcome send() throws Exception {
        SealedMessage message = Samples.sealed(folder, "klant@voorbeeld.nl");
        try {
            new CompanyMailSender(company -> settings(), client).send(message);
        } catch (Exception e) {
            return new MailVerdict().failed(e, message);
        }
        return new MailVerdict().accepted(message);
    }

    private List<String> logIns() {
        return server.commands().stream()
                .filter(command -> command.startsWith("AUTH XOAUTH2 "))
                .map(command -> new String(Base64.getDecoder().decode(command.substring(13)), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void logsInWithATokenThatIsUsedAgain() throws Exception {
        assertThat(send()).isInstanceOf(AttemptOutcome.Delivered.class);
        assertThat(send()).isInstanceOf(AttemptOutcome.Delivered.class);
        assertThat(logIns()).hasSize(2).allMatch("user=facturen@acme.nl\1auth=Bearer token-1\1\1"::equals);
        assertThat(forms)
                .containsExactly("grant_type=client_credentials&client_id=app-id&client_secret=" + CLIENT_SECRET
                        + "&scope=https%3A%2F%2Foutlook.office365.com%2F.default");
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnce() throws Exception {
        send();
        server.answer("AUTH", "535 5.7.3 Authentication unsuccessful", "235 welcome");
        assertThat(send()).isInstanceOf(AttemptOutcome.Delivered.class);
        assertThat(forms).hasSize(2);
        assertThat(logIns()).hasSize(3).last().asString().contains("Bearer token-2");
    }

    @Test
    void anAccountThatMayNotIsBlockedAndShowsNoToken() throws Exception {
        answer.set("{\"access_token\":\"token-1\"}");
        server.answer("AUTH", "535 5.7.3 no: token-1");
        AttemptOutcome outcome = send();
        assertThat(((AttemptOutcome.Blocked) outcome).reason().code()).isEqualTo("mail.login-refused");
        assertThat(outcome.toString()).doesNotContain("token-1", CLIENT_SECRET);
        assertThat(server.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401,mail.token-refused,true",
        "400,mail.token-refused,true",
        "503,mail.token-not-now,false",
        "429,mail.token-not-now,false",
        "404,mail.token-not-now,false"
    })
    void noTokenIsNeverADoubt(int code, String reason, boolean blocked) throws Exception {
        status = code;
        answer.set("{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215 " + CLIENT_SECRET + "\"}");
        AttemptOutcome outcome = send();
        assertThat(outcome)
                .isInstanceOf(blocked ? AttemptOutcome.Blocked.class : AttemptOutcome.Temporary.class)
                .asString()
                .contains(reason)
                .doesNotContain(CLIENT_SECRET);
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void aTokenServerThatIsDownIsTemporary() throws Exception {
        tokenServer.stop(0);
        assertThat(send())
                .isInstanceOf(AttemptOutcome.Temporary.class)
                .asString()
                .contains("mail.token-not-now");
    }

    @Test
    void aPageOfAProxyIsNoToken() throws Exception {
        answer.set("<html>log in first</html>");
        assertThat(send()).isInstanceOf(AttemptOutcome.Temporary.class);
    }

    @Test
    void theProbeLogsInAndSendsNothing() {
        assertThat(new MailProbe(client).probe(settings())).isEqualTo(new MailProbe.Finding.Ok());
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        server.answer("EHLO", "250-test\r\n250 AUTH PLAIN LOGIN");
        assertThat(new MailProbe(client).probe(settings())).isInstanceOf(MailProbe.Finding.Trouble.class);
    }

    @Test
    void noSecretIsInTheLogNorInAFile() throws Exception {
        try (LogCapture logs = new LogCapture()) {
            send();
            String sent = Base64.getEncoder()
                    .encodeToString("user=facturen@acme.nl\1auth=Bearer token-1\1\1".getBytes(StandardCharsets.UTF_8));
            assertThat(logs.text()).doesNotContain(CLIENT_SECRET, "token-1", sent);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("factuur.xml", "factuur.pdf", "mail.eml");
        }
    }
}
