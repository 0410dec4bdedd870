package io.github.komaseconnect.mail;

import static io.github.komaseconnect.mail.ScriptedSmtpServer.DROP;
import static io.github.komaseconnect.mail.ScriptedSmtpServer.HANG;
import static io.github.komaseconnect.mail.ScriptedSmtpServer.STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.Delivered;
import io.github.komaseconnect.delivery.AttemptOutcome.InDoubt;
import io.github.komaseconnect.delivery.AttemptOutcome.Rejected;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a real SMTP conversation can end, and what is made of it. */
class MailVerdictTest {
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

    private AttemptOutcome attempt(String... addresses) throws Exception {
        return attempt(Samples.server(server.port(), MailSecurity.NONE), addresses);
    }

    private AttemptOutcome attempt(MailSettings settings, String... addresses) throws Exception {
        return attempt(settings, Samples.sealed(folder, addresses.length == 0 ? new String[] {"a@x.nl"} : addresses));
    }

    static AttemptOutcome attempt(MailSettings settings, SealedMessage message) {
        CompanyMailSender sender = new CompanyMailSender(company -> settings, Samples.impatient());
        MailVerdict verdict = new MailVerdict();
        try {
            sender.send(message);
        } catch (Exception e) {
            assertThat(everyText(e)).doesNotContain(Samples.PASSWORD);
            return verdict.failed(e, message);
        }
        return verdict.accepted(message);
    }

    static String everyText(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void acceptedIsDelivered() throws Exception {
        assertThat(attempt()).isInstanceOf(Delivered.class);
        assertThat(server.messages()).containsExactly(Files.readAllBytes(folder.resolve("mail.eml")));
        assertThat(server.commands()).contains("MAIL FROM:<facturen@acme.nl>", "RCPT TO:<a@x.nl>");
        await().untilAsserted(() -> assertThat(server.commands()).contains("QUIT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, HANG, "421 closing\\", "500 what?"})
    void acceptedStaysAcceptedHoweverTheFarewellGoes(String farewell) throws Exception {
        server.answer("QUIT", farewell);
        assertThat(attempt()).isInstanceOf(Delivered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,DROP",
        "GREETING,HANG",
        "GREETING,554 go away",
        "GREETING,421 busy",
        "GREETING,HTTP/1.1 400 Bad",
        "EHLO,DROP",
        "EHLO,HANG",
        "EHLO,421 busy",
        "EHLO,250-half\\",
        "AUTH,DROP",
        "AUTH,HANG",
        "AUTH,454 4.7.0 later",
        "AUTH,421 busy",
        "MAIL,DROP",
        "MAIL,HANG",
        "MAIL,451 4.3.0 later",
        "MAIL,421 busy",
        "MAIL,452 4.3.1 disk full",
        "RCPT,DROP",
        "RCPT,HANG",
        "RCPT,450 4.2.0 greylisted",
        "RCPT,421 busy",
        "RCPT,45\\",
        "DATA,DROP",
        "DATA,HANG",
        "DATA,451 later",
        "DATA,250 what?",
        "DATA,35\\",
        "DOT,451 4.7.1 greylisted",
        "DOT,421 closing",
        "DOT,452 4.3.1 disk full",
        "GREETING,421 4.3.2 Service not available",
        "MAIL,432 4.3.2 Concurrent connections limit exceeded",
        "MAIL,421 4.4.2 Message submission rate for this client has exceeded the configured limit",
        "DOT,432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded",
        "DOT,421 4.4.2 Connection dropped due to SocketError"
    })
    void certainlyNotSentNow(String step, String answer) throws Exception {
        server.answer(step, answer);
        AttemptOutcome outcome = attempt();
        assertThat(outcome).isInstanceOf(Temporary.class);
        assertThat(((Temporary) outcome).reason().dutch()).contains("127.0.0.1:" + server.port());
    }

    @ParameterizedTest
    @CsvSource({
        "CONTENT,DROP",
        "CONTENT,HANG",
        "DOT,DROP",
        "DOT,HANG",
        "DOT,2\\",
        "DOT,250-half\\",
        "DOT,HTTP/1.1 200 OK",
        "DOT,354 what?"
    })
    void inDoubtOnceTheContentHasBegun(String step, String answer) throws Exception {
        server.answer(step, answer);
        AttemptOutcome outcome = attempt();
        assertThat(outcome).isInstanceOf(InDoubt.class);
        assertThat(((InDoubt) outcome).reason().dutchLine()).contains("onzeker", "resolve ID --sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, STALL, "552 5.3.4 too big\\"})
    void inDoubtWhenItBreaksInTheMiddleOfALargeMail(String answer) throws Exception {
        byte[] large = new byte[12_000_000];
        System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 5);
        Path pdf = Files.write(folder.resolve("groot.pdf"), large);
        InvoiceMail small = Samples.mail(folder, "a@x.nl");
        InvoiceMail mail =
                new InvoiceMail(small.company(), small.destination(), small.invoice(), small.ubl(), pdf, "groot", "18");
        Samples.composer(folder).compose(mail, folder.resolve("groot.eml"));
        server.answer("CONTENT", answer);
        assertThat(attempt(Samples.withoutLogIn(server.port()), SealedMessage.of("acme", folder.resolve("groot.eml"))))
                .isInstanceOf(InDoubt.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL,553 5.1.8 not your address,mail.refused",
        "MAIL,552 5.3.4 too big,mail.too-large",
        "DATA,554 5.5.1 no,mail.refused",
        "DOT,554 5.7.1 spam,mail.refused",
        "DOT,552 5.3.4 too big,mail.too-large",
        "DOT,552 too big,mail.too-large",
        "DOT,554 5.3.4 too big,mail.too-large",
        "DOT,552 5.2.2 mailbox full,mail.refused",
        "DOT,552 5.7.0 blocked because of its content,mail.refused"
    })
    void aDefiniteNoIsHeldWithTheServersWords(String step, String answer, String code) throws Exception {
        server.answer(step, answer);
        AttemptOutcome outcome = attempt();
        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(((Rejected) outcome).reason().code()).isEqualTo(code);
        assertThat(((Rejected) outcome).reason().dutch()).contains(answer, "Niemand");
    }

    @Test
    void whatTheServerSaidBeforehandToBeTooLargeIsNotBegun() throws Exception {
        server.answer("EHLO", "250-test\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 5000");
        AttemptOutcome outcome = attempt();
        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(((Rejected) outcome).reason().code()).isEqualTo("mail.too-large");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));

        for (String says : new String[] {"SIZE", "SIZE 0", "SIZE 99999999", "SIZE many"}) {
            server.answer("EHLO", "250-test\r\n250-AUTH PLAIN LOGIN\r\n250 " + says);
            assertThat(attempt()).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void oneRefusedRecipientAndNobodyGetsIt() throws Exception {
        server.answer("RCPT", "250 ok", "550 5.1.1 unknown user", "450 later");
        AttemptOutcome outcome = attempt("goed@x.nl", "fout@x.nl", "straks@x.nl");
        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(((Rejected) outcome).reason().code()).isEqualTo("mail.recipient-refused");
        assertThat(((Rejected) outcome).reason().dutch())
                .contains("fout@x.nl", "550 5.1.1 unknown user")
                .doesNotContain("goed@x.nl", "straks@x.nl");
        assertThat(server.messages()).isEmpty();
        assertThat(server.commands()).noneMatch(command -> command.startsWith("DATA"));
    }

    @Test
    void oneRecipientForLaterAndNobodyGetsItNow() throws Exception {
        server.answer("RCPT", "250 ok", "450 4.2.0 greylisted");
        assertThat(attempt("goed@x.nl", "straks@x.nl")).isInstanceOf(Temporary.class);
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void whatTheServerSaysIsMadeHarmless() throws Exception {
        server.answer("MAIL", "550-first\r\n550 second\u0007\u001b[31m" + "x".repeat(5000));
        String words = ((Rejected) attempt()).reason().dutch();
        assertThat(words).contains("550-first 550 second").hasSizeLessThan(500);
        assertThat(words.chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        AttemptOutcome outcome = attempt(Samples.server(port, MailSecurity.NONE));
        assertThat(((Temporary) outcome).reason().code()).isEqualTo("mail.server-unreachable");
    }

    @Test
    void noSuchServer() throws Exception {
        AttemptOutcome outcome = attempt(Samples.server("mail.invalid", 25, MailSecurity.NONE));
        assertThat(((Temporary) outcome).reason().code()).isEqualTo("mail.server-unknown");
    }

    @Test
    void noServerConfigured() throws Exception {
        AttemptOutcome outcome = attempt(new MailSettings("", 0, "", new Secret(""), MailSecurity.STARTTLS));
        assertThat(((Blocked) outcome).reason().code()).isEqualTo("mail.not-configured");
    }

    @Test
    void aVanishedMessageIsCertainlyNotSent() throws Exception {
        SealedMessage message = Samples.sealed(folder, "a@x.nl");
        Files.delete(folder.resolve("mail.eml"));
        CompanyMailSender sender =
                new CompanyMailSender(company -> Samples.withoutLogIn(server.port()), Samples.impatient());
        Exception failure = (Exception) org.assertj.core.api.Assertions.catchThrowable(() -> sender.send(message));
        assertThat(new MailVerdict().failed(failure, message)).isInstanceOf(Temporary.class);
        assertThat(server.messages()).isEmpty();
    }
}
