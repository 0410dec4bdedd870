package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that refuse us and not a message: one alarm, and all mail waits. */
class AccountRefusedTest {
    @TempDir
    Path folder;

    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.plain();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private AttemptOutcome attempt() throws Exception {
        return MailVerdictTest.attempt(
                Samples.server(server.port(), MailSecurity.NONE), Samples.sealed(folder, "a@x.nl"));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH,535 5.7.8 bad credentials",
        "AUTH,534 5.7.9 application-specific password required",
        "AUTH,550 5.7.30 Basic authentication is not supported",
        "MAIL,530 5.7.0 Authentication required",
        "MAIL,530 5.7.57 Client not authenticated to send mail",
        "MAIL,550 5.7.30 Basic authentication is not supported",
        "RCPT,530 5.7.1 Authentication required",
        "DOT,550 5.7.30 Basic authentication is not supported"
    })
    void aRefusedLogInStopsTheChannel(String step, String answer) throws Exception {
        server.answer(step, answer);
        AttemptOutcome outcome = attempt();
        assertThat(outcome).isInstanceOf(Blocked.class);
        assertThat(((Blocked) outcome).reason().code()).isEqualTo("mail.login-refused");
        assertThat(((Blocked) outcome).reason().dutch()).contains(answer);
    }

    @Test
    void noCommonWayToLogInStopsTheChannel() throws Exception {
        server.answer("EHLO", "250-test\r\n250 AUTH GSSAPI");
        assertThat(attempt()).isInstanceOf(Blocked.class);
    }

    @Test
    void microsoftsFarewellToPasswordsIsExplained() throws Exception {
        server.answer("AUTH", "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.");
        assertThat(((Blocked) attempt()).reason().dutchLine()).contains("wachtwoord niet (meer) toe");
    }

    /** At Microsoft one code says three things, of which only the words tell. */
    @ParameterizedTest
    @CsvSource({
        "SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled,Geverifieerde SMTP",
        "SmtpClientAuthentication is disabled for the Mailbox.,Geverifieerde SMTP",
        "'Authentication unsuccessful, basic authentication is disabled.',OAuth 2 (mail.oauth2",
        "'Authentication unsuccessful, the user credentials were incorrect.',Controleer mail.smtp.username"
    })
    void microsoftsRefusalsSayWhatToDo(String words, String advice) throws Exception {
        server.answer("AUTH", "535 5.7.139 " + words);
        AttemptOutcome outcome = attempt();
        assertThat(((Blocked) outcome).reason().code()).isEqualTo("mail.login-refused");
        assertThat(((Blocked) outcome).reason().adviceDutch()).contains(advice);
    }

    /** About the account and not about this mail: hundreds of invoices wait, in place of each being held. */
    @ParameterizedTest
    @CsvSource({
        "MAIL,550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "DOT,'554 5.2.252 SendAsDenied; facturen@acme.nl not allowed to send as info@acme.nl'",
        "DOT,550 5.1.90 Your message cannot be sent because you have reached your daily limit for message recipients",
        "DOT,'550 5.7.705 Access denied, tenant has exceeded threshold'",
        "MAIL,'550 5.1.8 Access denied, bad outbound sender'",
        "RCPT,550 5.4.5 Daily user sending limit exceeded"
    })
    void anAccountThatMayNotSendStopsTheChannel(String step, String answer) throws Exception {
        server.answer(step, answer);
        AttemptOutcome outcome = attempt();
        assertThat(outcome).isInstanceOf(Blocked.class);
        assertThat(((Blocked) outcome).reason().code()).isEqualTo("mail.sender-refused");
        assertThat(((Blocked) outcome).reason().dutch()).contains(answer);
    }

    @Test
    void aServerThatRepeatsThePasswordDoesNotSpreadIt() throws Exception {
        server.answer("AUTH", "535 wrong: " + Samples.PASSWORD + " R2VoM2ltLXc4d29vcmQ= AGFjbWUAR2VoM2ltLXc4d29vcmQ=");
        assertThat(attempt().toString())
                .contains("mail.login-refused")
                .doesNotContain(Samples.PASSWORD, "R2VoM2ltLXc4d29vcmQ");
    }
}
