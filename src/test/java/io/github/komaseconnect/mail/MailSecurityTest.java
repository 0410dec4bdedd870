package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.Delivered;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailSecurityTest {
    @TempDir
    static Path certificates;

    private static SSLContext local;
    private static SSLContext foreign;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        local = new TestTls(Files.createDirectory(certificates.resolve("local")), "dns:localhost").context();
        foreign = new TestTls(Files.createDirectory(certificates.resolve("foreign")), "dns:mail.example.com").context();
    }

    private static ScriptedSmtpServer server(MailSecurity security, SSLContext certificate) throws Exception {
        return security == MailSecurity.TLS
                ? ScriptedSmtpServer.tls(certificate)
                : ScriptedSmtpServer.starttls(certificate);
    }

    private AttemptOutcome attempt(ScriptedSmtpServer server, MailSecurity security, SmtpClient client)
            throws Exception {
        SealedMessage message = Samples.sealed(folder, "a@x.nl");
        MailSettings settings = Samples.server("localhost", server.port(), security);
        try {
            new CompanyMailSender(company -> settings, client).send(message);
        } catch (Exception e) {
            assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
            return new MailVerdict().failed(e, message);
        }
        return new MailVerdict().accepted(message);
    }

    private static SmtpClient trusting(SSLContext certificate) {
        return new SmtpClient(Samples.impatience(), Samples.noTokens(), certificate.getSocketFactory());
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aTrustedServerGetsTheMail(MailSecurity security) throws Exception {
        try (ScriptedSmtpServer server = server(security, local)) {
            assertThat(attempt(server, security, trusting(local))).isInstanceOf(Delivered.class);
            assertThat(server.messages()).containsExactly(Files.readAllBytes(folder.resolve("mail.eml")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void anUnknownCertificateGetsNothing(MailSecurity security) throws Exception {
        try (ScriptedSmtpServer server = server(security, local)) {
            AttemptOutcome outcome = attempt(server, security, Samples.impatient());
            assertThat(((Temporary) outcome).reason().code()).isEqualTo("mail.tls-failed");
            assertThat(((Temporary) outcome).reason().dutch()).contains("certification path");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aCertificateOfAnotherServerGetsNothing(MailSecurity security) throws Exception {
        try (ScriptedSmtpServer server = server(security, foreign)) {
            AttemptOutcome outcome = attempt(server, security, trusting(foreign));
            assertThat(((Temporary) outcome).reason().code()).isEqualTo("mail.tls-failed");
        }
    }

    @Test
    void withoutStarttlsNothingGoesOut() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain()) {
            AttemptOutcome outcome = attempt(server, MailSecurity.STARTTLS, trusting(local));
            assertThat(((Blocked) outcome).reason().code()).isEqualTo("mail.tls-not-offered");
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void aServerThatCannotStartTlsNowIsTriedAgain() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.starttls(local)) {
            server.answer("STARTTLS", "454 4.7.0 TLS not available");
            assertThat(attempt(server, MailSecurity.STARTTLS, trusting(local))).isInstanceOf(Temporary.class);
        }
    }

    @Test
    void tlsToAPlainServerIsNoTls() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain()) {
            assertThat(attempt(server, MailSecurity.TLS, trusting(local))).isInstanceOf(Temporary.class);
            assertThat(server.messages()).isEmpty();
        }
    }
}
