package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.bounce.BounceMailbox;
import io.github.komaseconnect.bounce.mailbox.MailboxDoor;
import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.GreenMailTls;
import io.github.komaseconnect.mail.MailTokens;
import io.github.komaseconnect.mail.TestTls;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the mailbox for mails that come back can be read, found out at a real IMAP server. */
class BounceCheckTest {
    private static final String USER = "terug@acme.example";

    private final TestTls tls = GreenMailTls.certificate();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));

    @BeforeEach
    void start() {
        server.start();
        server.setUser(USER, USER, "geheim-7f3a");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Finding look(String password, String folder) {
        MailTokens none = new MailTokens() {
            @Override
            public Secret token(MailOauth2 oauth2) {
                throw new AssertionError("no token is needed");
            }

            @Override
            public void drop(MailOauth2 oauth2, Secret token) {
                throw new AssertionError("no token was given");
            }
        };
        MailboxDoor door = new MailboxDoor(
                owner -> new Secret(password),
                owner -> Optional.empty(),
                none,
                Optional.of(tls.context().getSocketFactory()));
        Mailbox box = new Mailbox("localhost", server.getImaps().getPort(), USER, folder);
        return new BounceCheck(door).look(new BounceMailbox("", box));
    }

    @Test
    void oneThatCanBeRead() {
        Finding found = look("geheim-7f3a", "INBOX");
        assertThat(found.level()).isEqualTo(Level.OK);
        assertThat(found.toString()).contains(USER).doesNotContain("geheim-7f3a");
    }

    @Test
    void aWrongPasswordOrFolderIsAnErrorThatSaysWhatToDo() {
        for (Finding found : new Finding[] {look("verkeerd-1", "INBOX"), look("geheim-7f3a", "Nergens")}) {
            assertThat(found.level()).isEqualTo(Level.ERROR);
            assertThat(found.toString()).contains("mail.bounces-password").doesNotContain("verkeerd-1");
        }
    }
}
