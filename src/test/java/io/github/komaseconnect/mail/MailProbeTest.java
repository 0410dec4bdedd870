package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.MailProbe.Finding;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailProbeTest {
    private final MailProbe probe = new MailProbe(Samples.impatient());
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.plain();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Finding probe() {
        return probe.probe(Samples.server(server.port(), MailSecurity.NONE));
    }

    @Test
    void logsInAndSendsNothing() {
        assertThat(probe()).isEqualTo(new Finding.Ok());
        assertThat(server.commands())
                .anyMatch(command -> command.startsWith("AUTH"))
                .noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void needsNoLogInWhereNoneIsConfigured() {
        server.answer("EHLO", "250 test");
        assertThat(probe.probe(Samples.withoutLogIn(server.port()))).isEqualTo(new Finding.Ok());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH,535 5.7.8 no,mail.login-refused",
        "AUTH,454 later,mail.not-now",
        "EHLO,250 test,mail.login-not-offered",
        "GREETING,HANG,mail.broken-off",
        "GREETING,554 no,mail.broken-off"
    })
    void saysWhatIsWrong(String step, String answer, String code) {
        server.answer(step, answer);
        assertThat(probe()).isInstanceOf(Finding.Trouble.class);
        assertThat(((Finding.Trouble) probe()).reason().code()).isEqualTo(code);
    }

    @Test
    void noServerConfigured() {
        MailSettings none = new MailSettings(" ", 0, "", new Secret(""), MailSecurity.TLS);
        assertThat(((Finding.Trouble) probe.probe(none)).reason().code()).isEqualTo("mail.not-configured");
    }
}
