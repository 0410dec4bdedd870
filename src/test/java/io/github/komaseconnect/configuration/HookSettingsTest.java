package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.company.HookSettings.AfterImport;
import io.github.komaseconnect.company.HookSettings.ReceivedResponse;
import io.github.komaseconnect.company.Mailbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a company may set about hooks, and what it is told when that cannot be used. */
class HookSettingsTest {
    private static final String PSB = """
            company.acme.name=Acme Installatietechniek B.V.
            company.acme.econnect=psb
            company.acme.party-id=NL:KVK:12345678
            company.acme.client-id=acme-client
            company.acme.client-secret=secret-of-client
            """;

    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    private Configuration with(String... lines) {
        return home.write(PSB, String.join("\n", lines)).read();
    }

    private HookSettings hooks(String... lines) {
        Configuration configuration = with(lines);
        assertThat(configuration.problems()).isEmpty();
        return configuration.company("acme").orElseThrow().hooks();
    }

    private List<String> broken(String... lines) {
        return with(lines).broken().stream()
                .flatMap(company -> company.problems().stream())
                .map(Problem::key)
                .toList();
    }

    @Test
    void withoutAnyThereAreNone() {
        assertThat(hooks()).isEqualTo(HookSettings.none());
    }

    @Test
    void allOfThem() {
        HookSettings hooks = hooks(
                "company.acme.hook-url=https://hooks.acme.nl/hooks/econnect/acme",
                "company.acme.hook-secret=a-long-secret-71f0",
                "company.acme.received-response=AB",
                "company.acme.delete-after-import=true");
        assertThat(hooks.url()).contains("https://hooks.acme.nl/hooks/econnect/acme");
        assertThat(hooks.response()).isEqualTo(ReceivedResponse.AB);
        assertThat(hooks.afterImport()).isEqualTo(AfterImport.DELETE);
        assertThat(hooks.mailbox()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "imaps://facturen@acme.nl@imap.acme.nl/INBOX, facturen@acme.nl, imap.acme.nl, 993, INBOX",
        "imaps://facturen%40acme.nl@IMAP.acme.nl, facturen@acme.nl, imap.acme.nl, 993, INBOX",
        "imaps://facturen@imap.acme.nl:1993/Peppol/In, facturen, imap.acme.nl, 1993, Peppol/In",
        "imaps://a+b@acme.nl@imap.acme.nl/Post%20in/, a+b@acme.nl, imap.acme.nl, 993, Post in"
    })
    void aMailboxIsOneAddress(String typed, String user, String host, int port, String mailFolder) {
        HookMailbox mailbox = hooks(
                        "company.acme.hook-mailbox=" + typed,
                        "company.acme.hook-mailbox-password=geheim-88d2",
                        "company.acme.hook-mailbox-sender=Mail.eConnect.eu")
                .mailbox()
                .orElseThrow();
        assertThat(mailbox).isEqualTo(new HookMailbox(new Mailbox(host, port, user, mailFolder), "mail.econnect.eu"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imap://facturen@imap.acme.nl",
                "imaps://imap.acme.nl/INBOX",
                "imaps://facturen:geheim@imap.acme.nl",
                "imaps://facturen@imap.acme.nl:70000",
                "imaps://facturen%4@imap.acme.nl"
            })
    void aMailboxThatCannotBeUsedStopsTheCompany(String typed) {
        assertThat(broken("company.acme.hook-mailbox=" + typed, "company.acme.hook-mailbox-password=geheim-88d2"))
                .containsExactly("company.acme.hook-mailbox");
    }

    @Test
    void aMailboxNeedsItsPasswordOrOauth2() {
        assertThat(broken("company.acme.hook-mailbox=imaps://facturen@imap.acme.nl"))
                .containsExactly("company.acme.hook-mailbox-password");
        assertThat(hooks(
                                "company.acme.hook-mailbox=imaps://facturen@imap.acme.nl",
                                "mail.smtp.host=smtp.office365.com",
                                "mail.smtp.username=facturen@acme.nl",
                                "mail.oauth2.token-url=https://login.microsoftonline.com/t/oauth2/v2.0/token",
                                "mail.oauth2.client-id=app",
                                "mail.oauth2.client-secret=geheim-1",
                                "mail.oauth2.scope=https://outlook.office365.com/.default")
                        .mailbox())
                .isPresent();
    }

    @Test
    void anAddressNeedsTheSecretButAMailAddressDoesNot() {
        assertThat(broken("company.acme.hook-url=https://hooks.acme.nl/hooks/econnect/acme"))
                .containsExactly("company.acme.hook-secret");
        assertThat(hooks("company.acme.hook-url=mailto:hooks@acme.nl").url()).contains("mailto:hooks@acme.nl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.acme.nl/hooks/econnect/acme#geheim",
                "https://hooks.acme.nl/hooks?x=1",
                "http://hooks.acme.nl/hooks/econnect/acme",
                "mailto:hooks",
                "hooks.acme.nl"
            })
    void anAddressThatCannotBeUsedStopsTheCompany(String typed) {
        assertThat(broken("company.acme.hook-url=" + typed, "company.acme.hook-secret=a-long-secret-71f0"))
                .containsExactly("company.acme.hook-url");
    }

    @ParameterizedTest
    @CsvSource({"received-response, ja", "delete-after-import, misschien", "hook-mailbox-sender, twee woorden"})
    void aWordThatIsNotKnownStopsTheCompany(String name, String typed) {
        assertThat(broken("company.acme." + name + "=" + typed)).containsExactly("company.acme." + name);
    }

    @Test
    void onThePlatformTheyAreToldToDoNothing() {
        Configuration configuration = home.write(SampleHome.ACME, "company.acme.delete-after-import=true")
                .read();
        assertThat(configuration.company("acme")).isPresent();
        assertThat(configuration.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.dutchLine()).contains("econnect=psb");
        });
    }
}
