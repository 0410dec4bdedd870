package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.AttemptOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses with letters beyond ASCII: the domain in punycode, the part before the @ as it is, where the server knows it. */
class InternationalAddressTest {
    private static final String ADDRESS = "josé@bücher.example";

    @TempDir
    Path folder;

    @Test
    void aServerThatKnowsThemGetsTheMail() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().answer("EHLO", "250-test\r\n250 SMTPUTF8")) {
            SealedMessage message = Samples.sealed(folder, ADDRESS);
            Samples.impatient().send(Samples.withoutLogIn(server.port()), message);
            assertThat(server.commands())
                    .anyMatch(command -> command.startsWith("MAIL") && command.contains("SMTPUTF8"));
            assertThat(server.messages()).containsExactly(Files.readAllBytes(folder.resolve("mail.eml")));
            assertThat(Files.readString(folder.resolve("mail.eml"), StandardCharsets.UTF_8))
                    .contains("To: josé@xn--bcher-kva.example");
        }
    }

    @Test
    void severalOfThemGetTheMailOverStarttlsByteForByte() throws Exception {
        TestTls tls = GreenMailTls.certificate();
        try (ScriptedSmtpServer server = ScriptedSmtpServer.starttls(tls.context())
                .answer("EHLO", "250-test\r\n250 STARTTLS", "250-test\r\n250 SMTPUTF8")) {
            SealedMessage message = Samples.sealed(folder, ADDRESS, "δοκιμή@παράδειγμα.example", "klant@voorbeeld.nl");
            new SmtpClient(
                            Samples.impatience(),
                            Samples.noTokens(),
                            tls.context().getSocketFactory())
                    .send(
                            new MailSettings("localhost", server.port(), "", new Secret(""), MailSecurity.STARTTLS),
                            message);
            assertThat(server.messages()).containsExactly(Files.readAllBytes(folder.resolve("mail.eml")));
            assertThat(server.commands().stream().filter(command -> command.startsWith("RCPT TO")))
                    .containsExactly(
                            "RCPT TO:<josé@xn--bcher-kva.example>",
                            "RCPT TO:<δοκιμή@xn--hxajbheg2az3al.example>",
                            "RCPT TO:<klant@voorbeeld.nl>");
        }
    }

    @Test
    void anotherGetsNothingAndTheReasonSaysWhatToDo() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain()) {
            SealedMessage message = Samples.sealed(folder, ADDRESS);
            Throwable failure =
                    catchThrowable(() -> Samples.impatient().send(Samples.withoutLogIn(server.port()), message));
            AttemptOutcome outcome = new MailVerdict().failed((Exception) failure, message);
            assertThat(outcome).isInstanceOf(AttemptOutcome.Rejected.class);
            assertThat(((AttemptOutcome.Rejected) outcome).reason().code()).isEqualTo("mail.address-international");
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void anOrdinaryMailAsksForNothingOfTheKind() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().answer("EHLO", "250-test\r\n250 SMTPUTF8")) {
            SealedMessage message = Samples.sealed(folder, "klant@bücher.example");
            Samples.impatient().send(Samples.withoutLogIn(server.port()), message);
            assertThat(server.commands()).noneMatch(command -> command.contains("SMTPUTF8"));
            assertThat(Files.readString(folder.resolve("mail.eml"), StandardCharsets.US_ASCII))
                    .doesNotContain("\uFFFD");
        }
    }
}
