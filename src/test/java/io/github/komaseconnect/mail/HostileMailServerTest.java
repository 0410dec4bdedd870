package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.InDoubt;
import io.github.komaseconnect.delivery.AttemptOutcome.Rejected;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import io.github.komaseconnect.fuzz.Scratch;
import io.github.komaseconnect.reason.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that says what no mail server should. */
class HostileMailServerTest {
    private static final String ENDLESS = "250-and so on\r\n".repeat(100_000) + "250-\\";

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
        SealedMessage message = Samples.sealed(folder, "a@x.nl");
        CompanyMailSender sender =
                new CompanyMailSender(company -> Samples.server(server.port(), MailSecurity.NONE), Samples.impatient());
        try {
            sender.send(message);
        } catch (Exception e) {
            return new MailVerdict().failed(e, message);
        }
        return new MailVerdict().accepted(message);
    }

    private <T extends AttemptOutcome> T outcome(Class<T> kind, Function<T, Reason> why) throws Exception {
        AttemptOutcome outcome = attempt();
        assertThat(outcome).isInstanceOf(kind);
        Scratch.assertTells(why.apply(kind.cast(outcome)));
        return kind.cast(outcome);
    }

    @Test
    void anAnswerWithoutEndBeforeTheContentIsTemporary() throws Exception {
        server.answer("EHLO", ENDLESS);
        assertThat(outcome(Temporary.class, Temporary::reason).reason().english())
                .contains("more than 1000000 bytes");
    }

    @Test
    void aGreetingOfOneEndlessLineIsTemporary() throws Exception {
        server.answer("GREETING", "220 " + "x".repeat(2_000_000) + "\\");
        outcome(Temporary.class, Temporary::reason);
    }

    @Test
    void anAnswerWithoutEndAfterTheContentIsInDoubt() throws Exception {
        server.answer("DOT", ENDLESS);
        outcome(InDoubt.class, InDoubt::reason);
    }

    @Test
    void aRefusalFullOfControlCharactersIsShownOnOneLine() throws Exception {
        server.answer("RCPT", "550-5.1.1 \u001B[31mno\u0007\u202E such\r\n550 \u0000user " + "y".repeat(10_000));
        assertThat(outcome(Rejected.class, Rejected::reason).reason().dutch())
                .contains("5.1.1")
                .doesNotContain("\u001B", "\u202E", "\u0000")
                .hasSizeLessThan(2000);
    }

    @Test
    void whatIsNoSmtpIsTemporary() throws Exception {
        server.answer("GREETING", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
        outcome(Temporary.class, Temporary::reason);
    }

    @Test
    void theConversationAsAWholeHasAnEndToo() {
        MailTimeouts timeouts = new MailTimeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofNanos(1));
        assertThatThrownBy(() -> new SmtpClient(timeouts, Samples.noTokens())
                        .logIn(Samples.server(server.port(), MailSecurity.NONE)))
                .hasStackTraceContaining("conversation took longer");
    }

    @Test
    void aConversationEndsByItsOwnClockAndNotSooner() throws IOException {
        AtomicLong ticks = new AtomicLong(-5);
        ConversationEnd end = new ConversationEnd(Duration.ofNanos(10), ticks::get);
        InputStream in = end.in(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}));
        OutputStream out = end.out(new ByteArrayOutputStream());
        ticks.set(5);
        assertThat(in.read()).isEqualTo(1);
        out.write(new byte[3]);
        ticks.set(6);
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> in.readNBytes(2)).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> out.write(new byte[3])).isInstanceOf(SocketTimeoutException.class);
    }
}
