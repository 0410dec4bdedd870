package io.github.komaseconnect.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.GreenMailTls;
import io.github.komaseconnect.mail.TestTls;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An IMAP server that says what no server should. */
@Timeout(60)
class ImapBoxTest {
    private final TestTls tls = GreenMailTls.certificate();
    private HostileImapServer server;

    @BeforeEach
    void start() throws IOException {
        server = new HostileImapServer(tls.context());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private ImapBox open(String host, Duration longest) throws MessagingException {
        return ImapBox.open(
                new Mailbox(host, server.port(), "facturen@acme.example", "INBOX"),
                new LogIn.ByPassword(new Secret("geheim")),
                Optional.of(tls.context().getSocketFactory()),
                longest);
    }

    private ImapBox open() throws MessagingException {
        return open("localhost", Duration.ofSeconds(50));
    }

    @Test
    void aLiteralThatDoesNotFitIsNotMadeRoomFor() {
        server.answer("SELECT", "* OK {1900000000}\r\n");
        assertThatThrownBy(this::open).hasMessageContaining("more than 4194304 bytes at a time");
    }

    @Test
    void anAnswerWithoutEndEnds() {
        server.answer("SELECT", HostileImapServer.ENDLESS + "* 1 EXISTS\r\n");
        assertThatThrownBy(this::open).hasMessageContaining("more than 4194304 bytes at a time");
        server.answer("GREETING", HostileImapServer.ENDLESS + "x");
        assertThatThrownBy(this::open).hasMessageContaining("more than 4194304 bytes at a time");
    }

    @Test
    void aByteNowAndThenHoldsNoVisit() {
        server.answer("GREETING", HostileImapServer.DRIP);
        assertThatThrownBy(() -> open("localhost", Duration.ofMillis(700)))
                .hasMessageContaining("conversation took longer");
    }

    @Test
    void aServerOfAnotherNameOrWithACertificateOfNobodyIsNotSpokenToAndThatIsSaid() {
        assertThatThrownBy(() -> open("127.0.0.1", Duration.ofSeconds(50))).hasMessageContaining("127.0.0.1");
        assertThatThrownBy(() -> ImapBox.open(
                        new Mailbox("localhost", server.port(), "facturen@acme.example", "INBOX"),
                        new LogIn.ByPassword(new Secret("geheim")),
                        Optional.empty()))
                .hasMessageContaining("certification path");
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void theMailOfWhichTooMuchIsSaidIsLeftSoThatTheNextVisitGetsPastIt() throws Exception {
        server.answer("FETCH", "* 1 FETCH (BODY[]<0> {1900000000}\r\n");
        List<String> told = new ArrayList<>();
        try (ImapBox box = open()) {
            assertThatThrownBy(() -> new MailboxVisit(box, new Desk(told)).read())
                    .isInstanceOfAny(MessagingException.class, IOException.class);
        }
        assertThat(told).containsExactly("read before 0", "unreadable 5");
    }

    private record Desk(List<String> told) implements MailDesk {
        @Override
        public Set<Long> known(String mailbox) {
            return Set.of();
        }

        @Override
        public void readBefore(String mailbox, long uid) {
            told.add("read before " + uid);
        }

        @Override
        public boolean take(String mailbox, long uid, Message message) throws MessagingException, IOException {
            try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
                return in.readNBytes(1000).length > 0;
            }
        }

        @Override
        public void unreadable(String mailbox, long uid, String subject, String fault) {
            told.add("unreadable " + uid);
        }

        @Override
        public void works() {
            told.add("works");
        }

        @Override
        public void fails(String fault) {
            told.add("fails " + fault);
        }
    }
}
