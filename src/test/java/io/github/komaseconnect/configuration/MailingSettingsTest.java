package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.company.Mailing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be set about how invoices are mailed, and what a company inherits of it. */
class MailingSettingsTest {
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

    private Mailing mailing(String... lines) {
        Configuration configuration = with(lines);
        assertThat(configuration.problems()).isEmpty();
        return configuration.company("acme").orElseThrow().mailing();
    }

    @Test
    void whatCountsWhenNothingIsSet() {
        assertThat(mailing()).isEqualTo(Mailing.usual());
    }

    @Test
    void aCompanyInheritsAllButItsOwnLimitAndMailbox() {
        String[] common = {
            "mail.attachments=PDF",
            "mail.reply-to=antwoord@acme.nl",
            "mail.cc=a@acme.nl; b@acme.nl",
            "mail.bcc=archief@acme.nl",
            "limit.email=10MB",
            "mail.per-minute=30",
            "mail.connections=2",
            "mail.bounces=imaps://terug@acme.nl@imap.acme.nl/Bounces",
            "mail.bounces-password=geheim-88d2"
        };
        assertThat(mailing(common))
                .isEqualTo(new Mailing(
                        Attachments.PDF,
                        Optional.of("antwoord@acme.nl"),
                        List.of("a@acme.nl", "b@acme.nl"),
                        List.of("archief@acme.nl"),
                        10L << 20,
                        OptionalInt.empty(),
                        2,
                        Optional.empty()));
        assertThat(with(common).settings().mailing().bounces())
                .contains(new Mailbox("imap.acme.nl", 993, "terug@acme.nl", "Bounces"));
        assertThat(with(common).settings().mailing().perMinute()).hasValue(30);
    }

    @Test
    void aCompanysOwnTakesThePlaceOfTheCommonOne() {
        assertThat(mailing(
                        "mail.attachments=pdf",
                        "mail.bcc=archief@acme.nl",
                        "company.acme.mail.attachments=ubl-with-embedded-pdf",
                        "company.acme.mail.bcc=anders@acme.nl",
                        "company.acme.mail.per-minute=5",
                        "company.acme.limit.email=5MB",
                        "company.acme.mail.bounces=imaps://acme@imap.acme.nl:1993",
                        "company.acme.mail.bounces-password=geheim-88d2"))
                .isEqualTo(new Mailing(
                        Attachments.UBL_WITH_PDF,
                        Optional.empty(),
                        List.of(),
                        List.of("anders@acme.nl"),
                        5L << 20,
                        OptionalInt.of(5),
                        3,
                        Optional.of(new Mailbox("imap.acme.nl", 1993, "acme", "INBOX"))));
    }

    @ParameterizedTest
    @CsvSource({
        "mail.attachments, zip",
        "mail.reply-to, twee woorden",
        "mail.cc, geen adres",
        "limit.email, 1TB",
        "mail.per-minute, 0",
        "mail.connections, 0",
        "mail.bounces, pop3://a@b.nl"
    })
    void whatMakesNoSenseIsRefusedByName(String key, String value) {
        assertThat(with(key + "=" + value).problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::key)
                .contains(key);
    }

    @Test
    void aMailboxNeedsSomethingToLogInWith() {
        String mailbox = "company.acme.mail.bounces=imaps://acme@imap.acme.nl";
        assertThat(with(mailbox).broken()).hasSize(1);
        assertThat(with(mailbox, "company.acme.mail.bounces-password=geheim-88d2")
                        .broken())
                .isEmpty();
        assertThat(with(
                                mailbox,
                                "mail.smtp.host=smtp.office365.com",
                                "mail.smtp.username=facturen@acme.nl",
                                "mail.oauth2.token-url=https://login.example/token",
                                "mail.oauth2.client-id=client",
                                "mail.oauth2.client-secret=geheim-van-client")
                        .broken())
                .isEmpty();
        assertThat(KnownKeys.secret("company.acme.mail.bounces-password")).isTrue();
        assertThat(KnownKeys.secret("mail.bounces-password")).isTrue();
    }
}
