package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.AttemptOutcome;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real route in YAML, the real camel-mail, and a real SMTP server. */
class EmailRouteTest {
    @TempDir
    Path folder;

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, MailSettings> settings = new ConcurrentHashMap<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        greenMail.setUser("acme", Samples.PASSWORD);
        greenMail.start();
        settings.put("acme", Samples.server(greenMail.getSmtp().getPort(), MailSecurity.NONE));
        MailAccounts accounts = company -> settings.get(company.orElse(""));
        camel.getRegistry().bind("invoiceMailSender", new CompanyMailSender(accounts, Samples.impatient()));
        camel.getRegistry().bind("mailVerdict", new MailVerdict());
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel)
                        .resolveResource("classpath:mail/deliver-by-email.camel.yaml"));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        greenMail.stop();
    }

    private AttemptOutcome deliver(SealedMessage message) {
        return camel.createProducerTemplate().requestBody("direct:deliver-by-email", message, AttemptOutcome.class);
    }

    @Test
    void whatArrivesIsByteForByteWhatWasComposed() throws Exception {
        SealedMessage message = Samples.sealed(folder, "klant@voorbeeld.nl");
        AttemptOutcome outcome = deliver(message);

        assertThat(outcome).isEqualTo(new AttemptOutcome.Delivered(message.getMessageID()));
        MimeMessage[] received = greenMail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getMessageID()).isEqualTo(message.getMessageID());
        MimeMultipart parts = (MimeMultipart) received[0].getContent();
        assertThat(bytes(parts.getBodyPart(1))).isEqualTo(Files.readAllBytes(folder.resolve("factuur.pdf")));
        assertThat(bytes(parts.getBodyPart(2))).isEqualTo(Files.readAllBytes(folder.resolve("factuur.xml")));
    }

    @Test
    void aNewPasswordNeedsNoRestart() throws Exception {
        MailSettings right = settings.get("acme");
        settings.put(
                "acme",
                new MailSettings(right.host(), right.port(), "acme", new Secret("Oud-w8woord"), MailSecurity.NONE));
        AttemptOutcome refused = deliver(Samples.sealed(folder, "klant@voorbeeld.nl"));
        assertThat(refused).isInstanceOf(AttemptOutcome.Blocked.class);
        assertThat(refused.toString()).contains("mail.login-refused").doesNotContain("Oud-w8woord");

        settings.put("acme", right);
        assertThat(deliver(Samples.sealed(folder, "klant@voorbeeld.nl"))).isInstanceOf(AttemptOutcome.Delivered.class);
    }

    @Test
    void thePasswordIsInNoLogHoweverMuchIsLogged() throws Exception {
        try (LogCapture logs = new LogCapture()) {
            deliver(Samples.sealed(folder, "klant@voorbeeld.nl"));
            settings.put("acme", Samples.server(1, MailSecurity.NONE));
            deliver(Samples.sealed(folder, "klant@voorbeeld.nl"));
            String encoded = java.util.Base64.getEncoder()
                    .encodeToString(("acme\0acme\0" + Samples.PASSWORD).getBytes(StandardCharsets.UTF_8));
            assertThat(logs.text()).contains("Sending MimeMessage", "DATA").doesNotContain(Samples.PASSWORD, encoded);
        }
    }

    @Test
    void eachCompanyLeavesByItsOwnServer() throws Exception {
        try (ScriptedSmtpServer other = ScriptedSmtpServer.plain()) {
            settings.put("beta", Samples.withoutLogIn(other.port()));
            Samples.sealed(folder, "klant@voorbeeld.nl");
            deliver(SealedMessage.of("beta", folder.resolve("mail.eml")));
            assertThat(other.messages()).containsExactly(Files.readAllBytes(folder.resolve("mail.eml")));
            assertThat(greenMail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void alarmsLeaveByTheGeneralServer() throws Exception {
        settings.put("", settings.get("acme"));
        PlainMail alarm = new PlainMail(
                "alarm-7", Optional.empty(), "komas@acme.nl", java.util.List.of("ict@acme.nl"), "Let op", "Één", "One");
        assertThat(deliver(alarm.seal(Samples.CLOCK))).isEqualTo(new AttemptOutcome.Delivered("<alarm-7@acme.nl>"));
        assertThat(greenMail.getReceivedMessages()[0].getContent().toString())
                .isEqualTo("Één\r\n\r\n--- English ---\r\n\r\nOne");
    }

    @Test
    void anythingButASealedMessageIsRefusedByTheSender() {
        CompanyMailSender sender = new CompanyMailSender(company -> settings.get("acme"), Samples.impatient());
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> sender.send(new MimeMessage((jakarta.mail.Session) null))))
                .hasMessageContaining("SealedMessage");
    }

    private static byte[] bytes(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }
}
