package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.bounce.BounceMailbox;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.GreenMailTls;
import io.github.komaseconnect.mail.TestTls;
import io.github.komaseconnect.mailbox.GivenTokens;
import io.github.komaseconnect.mailbox.MailboxDoor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether mailboxes can be read, found out at a real IMAP server. */
class MailboxCheckTest {
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

    private MailboxCheck check(String password) {
        MailboxDoor door = new MailboxDoor(
                owner -> new Secret(password),
                owner -> Optional.empty(),
                GivenTokens.none(),
                Optional.of(tls.context().getSocketFactory()));
        return new MailboxCheck(door, door);
    }

    private Mailbox box(String folder) {
        return new Mailbox("localhost", server.getImaps().getPort(), USER, folder);
    }

    private Finding look(String password, String folder) {
        return check(password).bounces(new BounceMailbox("", box(folder)));
    }

    private Company hooked() {
        return TestCompany.of("acme", Path.of("acme"))
                .withHooks(new HookSettings(
                        Optional.empty(),
                        Optional.of(new HookMailbox(box("INBOX"), "econnect.eu")),
                        HookSettings.ReceivedResponse.NONE,
                        HookSettings.AfterImport.KEEP));
    }

    @Test
    void theMailboxForHooksIsTriedToo() {
        List<Finding> found = check("geheim-7f3a").hooks(hooked());
        assertThat(found).hasSize(1).allMatch(finding -> finding.level() == Level.OK);
        List<Finding> refused = check("verkeerd-1").hooks(hooked());
        assertThat(refused).hasSize(1).allMatch(finding -> finding.level() == Level.ERROR);
        assertThat(refused.toString()).contains("hook-mailbox-password").doesNotContain("verkeerd-1");
        assertThat(check("geheim-7f3a").hooks(TestCompany.of("beta", Path.of("beta"))))
                .isEmpty();
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
