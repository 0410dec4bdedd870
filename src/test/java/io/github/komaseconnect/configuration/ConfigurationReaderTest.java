package io.github.komaseconnect.configuration;

import static io.github.komaseconnect.configuration.SampleHome.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.PdfPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    @Test
    void a_company_with_only_what_is_required_gets_the_defaults_of_the_issue() {
        Configuration configuration = home.write(ACME).read();

        assertThat(configuration.problems()).isEmpty();
        Company acme = configuration.company("acme").orElseThrow();
        assertThat(acme.name()).isEqualTo("Acme Installatietechniek B.V.");
        assertThat(acme.companyId()).isEqualTo("XCNL10019");
        assertThat(acme.folders().importFolder()).isEqualTo(folder.resolve("companies/acme/import"));
        assertThat(acme.folders().exportFolder()).isEqualTo(folder.resolve("companies/acme/export"));
        assertThat(acme.folders().outbox()).isEqualTo(folder.resolve("companies/acme/outbox"));
        assertThat(acme.folders().sent()).isEqualTo(folder.resolve("companies/acme/sent"));
        assertThat(acme.folders().held()).isEqualTo(folder.resolve("companies/acme/held"));
        assertThat(acme.folders().printSpool()).isEqualTo(folder.resolve("companies/acme/print-spool"));
        assertThat(acme.relations()).isEqualTo(folder.resolve("companies/acme/relations.csv"));
        assertThat(acme.refresh()).isEqualTo("0 0/15 * * * ?");
        assertThat(acme.receiveSince()).isEmpty();
        assertThat(acme.receivedStatus()).isEmpty();
        assertThat(acme.defaultMethod()).isEqualTo(DefaultMethod.HOLD);
        assertThat(acme.pdf()).isEqualTo(PdfPolicy.OPTIONAL);
        assertThat(acme.cocNumber()).isEmpty();
        assertThat(acme.alertEmails()).isEmpty();
    }

    @Test
    void the_installation_gets_the_defaults_of_the_issue() {
        GlobalSettings settings = home.write(ACME).read().settings();

        assertThat(settings.platformUrl()).hasToString("https://api.everbinding.nl/soap/v3.1");
        assertThat(settings.templateId())
                .isEqualTo(settings.creditNoteTemplateId())
                .startsWith("GLDT");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.responseTimeout()).isEqualTo(Duration.ofSeconds(100));
        assertThat(settings.delivery())
                .isEqualTo(new GlobalSettings.DeliverySettings(
                        8,
                        Duration.ofSeconds(30),
                        2,
                        Duration.ofHours(1),
                        Duration.ofHours(72),
                        Duration.ofMinutes(2),
                        Duration.ZERO,
                        Duration.ofMinutes(5)));
        assertThat(settings.pickup())
                .isEqualTo(new GlobalSettings.PickupSettings(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10), 100L << 20));
        assertThat(settings.receive())
                .isEqualTo(new GlobalSettings.ReceiveSettings(
                        Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(24)));
        assertThat(settings.ledgerUrl()).isEmpty();
        assertThat(settings.archiveFolder()).isEqualTo(folder.resolve("data/archive"));
        assertThat(settings.mailTemplates()).isEqualTo(folder.resolve("templates"));
        assertThat(settings.mail().configured()).isFalse();
        assertThat(settings.mail().security()).isEqualTo(MailSecurity.STARTTLS);
    }

    @Test
    void settings_are_read() {
        home.environment.put("MAIL_PASSWORD", "geheim-geheim");
        Configuration configuration = home.write(
                        ACME,
                        "company.acme.folder=acme\\invoices\\",
                        "company.acme.import-folder=/srv/komas/in",
                        "company.acme.coc-number=1234.5678",
                        "company.acme.vat-number=nl123456789b01",
                        "company.acme.receive-since=31-01-2026",
                        "company.acme.received-status=10",
                        "company.acme.default-method=Peppol",
                        "company.acme.pdf=required",
                        "company.acme.email.from=facturen@acme.nl",
                        "company.acme.alert-email=a@acme.nl, b@acme.nl",
                        "mail.smtp.host=smtp.acme.nl",
                        "mail.smtp.port=2525",
                        "mail.smtp.username=acme",
                        "mail.smtp.password={{env:MAIL_PASSWORD}}",
                        "mail.smtp.security=TLS",
                        "alert.email=it@acme.nl",
                        "delivery.retry.multiplier=1.5",
                        "archive.folder=elsewhere/archive")
                .read();

        assertThat(configuration.problems()).isEmpty();
        Company acme = configuration.company("acme").orElseThrow();
        assertThat(acme.folders().importFolder()).isEqualTo(Path.of("/srv/komas/in"));
        assertThat(acme.folders().held()).isEqualTo(folder.resolve("acme/invoices/held"));
        assertThat(acme.relations()).isEqualTo(folder.resolve("acme/invoices/relations.csv"));
        assertThat(acme.cocNumber()).contains("12345678");
        assertThat(acme.vatNumber()).contains("NL123456789B01");
        assertThat(acme.receiveSince())
                .hasValueSatisfying(day -> assertThat(day).hasToString("2026-01-31"));
        assertThat(acme.receivedStatus()).hasValue(10);
        assertThat(acme.defaultMethod()).isEqualTo(DefaultMethod.PEPPOL);
        assertThat(acme.pdf()).isEqualTo(PdfPolicy.REQUIRED);
        assertThat(acme.alertEmails()).containsExactly("a@acme.nl", "b@acme.nl");
        GlobalSettings settings = configuration.settings();
        assertThat(settings.mail().effectivePort()).isEqualTo(2525);
        assertThat(settings.mail().password().value()).isEqualTo("geheim-geheim");
        assertThat(settings.mail().security()).isEqualTo(MailSecurity.TLS);
        assertThat(settings.alertFrom()).isEqualTo("facturen@acme.nl");
        assertThat(settings.alertEmails()).containsExactly("it@acme.nl");
        assertThat(settings.delivery().retryMultiplier()).isEqualTo(1.5);
        assertThat(settings.archiveFolder()).isEqualTo(folder.resolve("elsewhere/archive"));
    }

    @Test
    void a_windows_path_elsewhere_is_an_error_that_shows_it_whole() {
        Configuration configuration = home.write(ACME, "company.acme.export-folder=C:\\users\\komas\\")
                .read();

        if (PathStyle.ofThisComputer() == PathStyle.WINDOWS) {
            assertThat(configuration.company("acme").orElseThrow().folders().exportFolder())
                    .hasToString("C:\\users\\komas");
        } else {
            assertThat(problem(configuration, "company.acme.export-folder").english())
                    .contains("C:\\users\\komas");
        }
    }

    @Test
    void a_disabled_company_is_left_out_and_in_nobodys_way() {
        Configuration configuration = home.write(ACME, ACME.replace(".acme.", ".old."), "company.old.enabled=false")
                .read();

        assertThat(configuration.companies()).extracting(Company::key).containsExactly("acme");
        assertThat(configuration.disabled()).containsExactly("old");
        assertThat(configuration.problems()).isEmpty();
    }

    @Test
    void camels_own_settings_are_handed_over_as_typed_with_secrets_filled_in() {
        home.environment.put("PROXY", "secret-of-proxy");
        Configuration configuration = home.write(
                        ACME,
                        "camel.main.name=komas",
                        "camel.component.file.path=C:\\users",
                        "camel.component.http.proxy-auth-password={{env:PROXY}}",
                        "camel.main.description={{camel.main.name}}")
                .read();

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.camelProperties())
                .containsEntry("camel.main.name", "komas")
                .containsEntry("camel.component.file.path", "C:\\users")
                .containsEntry("camel.component.http.proxy-auth-password", "secret-of-proxy")
                .containsEntry("camel.main.description", "{{camel.main.name}}")
                .hasSize(4);
    }

    private static Problem problem(Configuration configuration, String key) {
        return configuration.problems().stream()
                .filter(problem -> problem.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no problem with " + key + " in " + configuration.problems()));
    }
}
