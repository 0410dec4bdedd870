package io.github.komaseconnect.configuration;

import static io.github.komaseconnect.configuration.SampleHome.ACME;
import static io.github.komaseconnect.configuration.SampleHome.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.MailSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsSourceTest {
    private static final String MAIL = """
            mail.smtp.host=smtp.acme.nl
            mail.smtp.username=common
            mail.smtp.password=password-of-all
            mail.smtp.port=2525
            """;

    private static final String OAUTH2 = """
            mail.oauth2.token-url=https://login.example/token
            mail.oauth2.client-id=app
            mail.oauth2.client-secret=app-secret
            """;

    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder).write(ACME, BETA, MAIL);
    }

    @Test
    void gives_the_keys_of_each_company() {
        CredentialsSource source = source();

        assertThat(key(source, "acme")).isEqualTo("key-of-acme");
        assertThat(source.credentials("beta").connectionSecret().value()).isEqualTo("secret-of-beta");
        assertThat(source.credentials("acme").subscriptionKey().present()).isFalse();
    }

    @Test
    void the_subscription_key_of_a_company_goes_before_the_common_one() {
        home.write(
                ACME,
                BETA,
                "econnect.platform.subscription-key=common-key",
                "company.beta.subscription-key=key-of-its-own");
        CredentialsSource source = source();

        assertThat(source.credentials("acme").subscriptionKey().value()).isEqualTo("common-key");
        assertThat(source.credentials("beta").subscriptionKey().value()).isEqualTo("key-of-its-own");
    }

    @Test
    void new_keys_in_the_file_count_at_once() {
        CredentialsSource source = source();
        assertThat(key(source, "acme")).isEqualTo("key-of-acme");

        home.write(ACME.replace("key-of-acme", "new-of-acme"), BETA);

        assertThat(key(source, "acme")).isEqualTo("new-of-acme");
    }

    @Test
    void new_keys_in_a_file_with_a_secret_count_at_once() {
        home.file("key.txt", "first-key").write(ACME.replace("key-of-acme", "{{file:key.txt}}"));
        CredentialsSource source = source();
        assertThat(key(source, "acme")).isEqualTo("first-key");

        home.file("key.txt", "second-one");

        assertThat(key(source, "acme")).isEqualTo("second-one");
        assertThat(source.allSecretValues()).contains("first-key", "second-one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing yet",
                "company.acme.conn",
                "company.acme.name=Acme\ncompany.acme.connection-key=new-key",
                "company.beta.name=Beta",
                "company.acme.connection-key={{env:NOWHERE}}\ncompany.acme.connection-secret=x-secret",
            })
    void the_last_good_keys_stay_while_the_file_is_half_written(String halfWritten) {
        CredentialsSource source = source();
        Credentials before = source.credentials("acme");

        home.write(halfWritten);

        assertThat(source.credentials("acme")).isEqualTo(before);
    }

    @Test
    void the_last_good_keys_stay_while_the_file_is_gone() throws Exception {
        CredentialsSource source = source();
        Credentials before = source.credentials("acme");

        Files.delete(folder.resolve("application.properties"));

        assertThat(source.credentials("acme")).isEqualTo(before);
    }

    @Test
    void an_unknown_company_has_empty_keys() {
        assertThat(source().credentials("nobody").connectionKey().present()).isFalse();
    }

    @Test
    void one_company_that_is_broken_keeps_no_other_from_its_new_keys() {
        CredentialsSource source = source();
        assertThat(key(source, "acme")).isEqualTo("key-of-acme");

        home.write(ACME.replace("key-of-acme", "{{env:NOWHERE}}"), BETA.replace("key-of-beta", "new-of-beta"));

        assertThat(key(source, "acme")).isEqualTo("key-of-acme");
        assertThat(key(source, "beta")).isEqualTo("new-of-beta");
    }

    @Test
    void mail_of_a_company_without_settings_of_its_own_is_that_of_the_installation() {
        assertThat(mail("acme"))
                .isEqualTo(source().mail())
                .extracting(MailSettings::host)
                .isEqualTo("smtp.acme.nl");
    }

    @Test
    void a_company_can_log_in_as_itself_at_the_common_server() {
        home.write(ACME, MAIL, "company.acme.mail.smtp.username=acme", "company.acme.mail.smtp.password=its-own");

        assertThat(mail("acme").host()).isEqualTo("smtp.acme.nl");
        assertThat(mail("acme").port()).isEqualTo(2525);
        assertThat(mail("acme").username()).isEqualTo("acme");
        assertThat(mail("acme").password().value()).isEqualTo("its-own");
    }

    @Test
    void the_common_password_is_never_offered_to_a_server_of_a_company() {
        home.write(ACME, MAIL, "company.acme.mail.smtp.host=smtp.elsewhere.nl");

        assertThat(mail("acme").host()).isEqualTo("smtp.elsewhere.nl");
        assertThat(mail("acme").username()).isEmpty();
        assertThat(mail("acme").password().present()).isFalse();
        assertThat(home.read().warnings()).extracting(Problem::key).containsExactly("company.acme.mail.smtp.host");
    }

    @Test
    void a_new_mail_password_counts_at_once_and_a_broken_file_changes_nothing() {
        CredentialsSource source = source();
        assertThat(source.mail().password().value()).isEqualTo("password-of-all");

        home.write(ACME, MAIL.replace("password-of-all", "new-password"));
        assertThat(source.mail().password().value()).isEqualTo("new-password");

        home.write(ACME, MAIL.replace("password-of-all", "{{file:nowhere}}"));
        assertThat(source.mail().password().value()).isEqualTo("new-password");
    }

    @Test
    void all_secrets_are_known_from_the_start() {
        home.environment.put("DB", "password-of-db");
        home.write(
                ACME,
                MAIL,
                "ledger.url=jdbc:postgresql://host/db?user=komas&password={{env:DB}}",
                "company.acme.connection-sceret=mistyped-secret",
                "company.acme.subscription-key=sub-key-hidden",
                "camel.component.http.proxy-auth-password=camels-own",
                "company.beta.connection-key={{env:NOWHERE}}");

        assertThat(source().allSecretValues())
                .containsExactlyInAnyOrder(
                        "key-of-acme",
                        "secret-of-acme",
                        "password-of-all",
                        "password-of-db",
                        "sub-key-hidden",
                        "camels-own");
    }

    @Test
    void the_collection_of_secrets_stays_the_same_object_until_there_is_a_new_one() {
        CredentialsSource source = source();
        var before = source.allSecretValues();
        source.credentials("acme");
        source.mail();

        assertThat(source.allSecretValues()).isSameAs(before);
    }

    @Test
    void companies_share_the_oauth2_log_in_of_their_common_server() {
        home.write(ACME, BETA, MAIL, OAUTH2, "company.beta.mail.smtp.username=beta@acme.nl");

        assertThat(mail("acme").oauth2())
                .contains(new MailOauth2(
                        URI.create("https://login.example/token"),
                        "app",
                        new Secret("app-secret"),
                        "https://outlook.office365.com/.default"));
        assertThat(mail("beta").oauth2()).isEqualTo(mail("acme").oauth2());
        assertThat(mail("beta").username()).isEqualTo("beta@acme.nl");
    }

    @Test
    void the_oauth2_log_in_is_never_used_at_another_server_nor_beside_an_own_password() {
        home.write(
                ACME,
                BETA,
                MAIL,
                OAUTH2,
                "company.acme.mail.smtp.host=mail.other.nl",
                "company.beta.mail.smtp.password=own-password");

        assertThat(mail("acme").oauth2()).isEmpty();
        assertThat(mail("beta").oauth2()).isEmpty();
    }

    @Test
    void a_company_can_have_a_client_of_its_own_with_a_secret_of_its_own() {
        home.write(
                ACME,
                BETA,
                MAIL,
                OAUTH2,
                "company.acme.mail.oauth2.client-id=own",
                "company.acme.mail.oauth2.client-secret=own-secret",
                "company.beta.mail.oauth2.client-id=without-secret");

        assertThat(mail("acme").oauth2().orElseThrow().clientId()).isEqualTo("own");
        assertThat(home.read().problems())
                .anySatisfy(problem -> assertThat(problem.key()).isEqualTo("company.beta.mail.oauth2.client-secret"));
        CredentialsSource source = source();
        source.mail(home.read().company("acme").orElseThrow());
        assertThat(source.allSecretValues()).contains("own-secret", "app-secret");
    }

    private CredentialsSource source() {
        return new CredentialsSource(folder, home::variable);
    }

    private MailSettings mail(String key) {
        Company company = home.read().company(key).orElseThrow();
        return source().mail(company);
    }

    private static String key(CredentialsSource source, String company) {
        return source.credentials(company).connectionKey().value();
    }
}
