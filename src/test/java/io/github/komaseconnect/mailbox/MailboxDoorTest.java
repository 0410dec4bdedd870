package io.github.komaseconnect.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.GreenMailTls;
import io.github.komaseconnect.mail.MailTokens;
import io.github.komaseconnect.mail.NoMailTokenException;
import io.github.komaseconnect.mail.TestTls;
import io.github.komaseconnect.rest.TokenTrouble;
import jakarta.mail.AuthenticationFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log-in by OAuth 2 (XOAUTH2) at IMAP servers, over real sockets with TLS. */
class MailboxDoorTest {
    private static final String USER = "terug@acme.example";
    /** What GreenMail takes for the token of a user is the user's password. */
    private static final String TOKEN = "eyJ0eXAi.token-2.x_y-z";

    private final TestTls tls = GreenMailTls.certificate();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));

    @BeforeEach
    void start() {
        server.start();
        server.setUser(USER, USER, TOKEN);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailboxDoor door(String password, MailTokens tokens) {
        return new MailboxDoor(
                owner -> new Secret(password),
                owner -> Optional.of(GivenTokens.CLIENT),
                tokens,
                Optional.of(tls.context().getSocketFactory()));
    }

    private Mailbox box() {
        return new Mailbox("localhost", server.getImaps().getPort(), USER, "INBOX");
    }

    @Test
    void aTokenLetsUsIn() throws Exception {
        GivenTokens tokens = new GivenTokens(TOKEN);
        try (ImapBox box = door("", tokens).open("acme", box())) {
            assertThat(box.identity()).startsWith(USER);
            assertThat(box.isOpen()).isTrue();
        }
        assertThat(tokens.dropped()).isEmpty();
    }

    @Test
    void oneThatIsRefusedIsRenewedOnce() throws Exception {
        GivenTokens tokens = new GivenTokens("withdrawn", TOKEN);
        try (ImapBox box = door("", tokens).open("acme", box())) {
            assertThat(box.isOpen()).isTrue();
        }
        assertThat(tokens.dropped()).containsExactly("withdrawn");

        GivenTokens wrong = new GivenTokens("withdrawn", "wrong-too", TOKEN);
        assertThatThrownBy(() -> door("", wrong).open("acme", box()))
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessageNotContaining("wrong-too")
                .hasMessageNotContaining("withdrawn");
    }

    @Test
    void theSameOneAgainIsNotTriedAgain() {
        GivenTokens tokens = new GivenTokens("refused-for-good");
        assertThatThrownBy(() -> door("", tokens).open("acme", box()))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(tokens.dropped()).containsExactly("refused-for-good");
    }

    @Test
    void aPasswordNeedsNoToken() throws Exception {
        try (ImapBox box = door(TOKEN, GivenTokens.none()).open("acme", box())) {
            assertThat(box.isOpen()).isTrue();
        }
    }

    @Test
    void whyThereIsNoTokenIsSaid() {
        MailTokens none = new MailTokens() {
            @Override
            public Secret token(MailOauth2 oauth2) throws NoMailTokenException {
                throw new NoMailTokenException(oauth2.tokenUrl(), new TokenTrouble.Refused(401, Optional.empty()));
            }

            @Override
            public void drop(MailOauth2 oauth2, Secret token) {
                throw new AssertionError("no token was given");
            }
        };
        assertThatThrownBy(() -> door("", none).open("acme", box()))
                .isInstanceOf(NoMailTokenException.class)
                .hasMessageContaining("login.example")
                .hasMessageContaining("401");
    }

    /** Byte by byte what Microsoft wants to see, with the token in the first line or after being asked for it. */
    @Test
    void itIsSaidAsMicrosoftWantsToHearIt() throws Exception {
        String wanted = Base64.getEncoder()
                .encodeToString(("user=" + USER + "\1auth=Bearer " + TOKEN + "\1\1").getBytes(StandardCharsets.UTF_8));
        for (String capabilities : List.of("AUTH=PLAIN AUTH=XOAUTH2 SASL-IR", "LOGINDISABLED AUTH=XOAUTH2")) {
            try (HostileImapServer said = new HostileImapServer(tls.context())
                            .answer("CAPABILITY", "* CAPABILITY IMAP4rev1 " + capabilities + "\r\n");
                    ImapBox box = door("", new GivenTokens(TOKEN))
                            .open("acme", new Mailbox("localhost", said.port(), USER, "INBOX"))) {
                assertThat(box.isOpen()).isTrue();
                assertThat(said.commands())
                        .anyMatch(line -> line.endsWith(wanted) || line.equals(wanted))
                        .noneMatch(line -> line.contains(" LOGIN "));
            }
        }
    }
}
