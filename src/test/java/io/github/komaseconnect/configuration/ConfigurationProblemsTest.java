package io.github.komaseconnect.configuration;

import static io.github.komaseconnect.configuration.SampleHome.ACME;
import static io.github.komaseconnect.configuration.SampleHome.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told about a configuration that is wrong, and whom it stops. */
class ConfigurationProblemsTest {
    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection-key", "connection-secret", "company-id"})
    void what_is_required_must_be_there(String name) {
        Configuration configuration = home.write(ACME.replaceAll("(?m)^company.acme." + name + "=.*$", ""), BETA)
                .read();

        assertThat(configuration.companies()).extracting(Company::key).containsExactly("beta");
        assertThat(configuration.globalErrors()).isEmpty();
        assertThat(configuration.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.key()).isEqualTo("acme");
            assertThat(broken.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.key()).isEqualTo("company.acme." + name);
                assertThat(problem.line()).isZero();
            });
        });
    }

    @ParameterizedTest
    @CsvSource({
        "company-id, xcnl10019, in capitals: XCNL10019",
        "company-id, XCNL 10019, Company ID",
        "coc-number, 1234567, 8 digits",
        "vat-number, NL12, NL123456782B01",
        "refresh, every hour, cron",
        "receive-since, soon, 2026-01-31",
        "received-status, 30, by itself",
        "received-status, ten, whole number",
        "default-method, fax, 'hold, peppol, email, print'",
        "default-method, email, email.from",
        "pdf, yes, 'none, optional, required'",
        "email.from, acme, e-mail address",
        "alert-email, 'a@b.nl, c', e-mail addresses",
        "enabled, maybe, true or false",
        "printer, lpd://printer/queue, begins with ipp:// or ipps://",
        "folder, C:Komas, drive letter",
        "mail.smtp.port, 99999, 65535",
        "mail.smtp.security, ssl, 'none, starttls, tls'",
    })
    void a_wrong_setting_of_a_company_stops_that_company_only(String name, String value, String told) {
        String block = ACME.replaceAll("(?m)^company.acme." + name + "=.*$", "");
        Configuration configuration =
                home.write(BETA, block, "company.acme." + name + "=" + value).read();

        assertThat(configuration.companies()).extracting(Company::key).containsExactly("beta");
        assertThat(configuration.globalErrors()).isEmpty();
        Problem problem = problem(configuration, "company.acme." + name);
        assertThat(problem.isError()).isTrue();
        assertThat(problem.line()).isPositive();
        assertThat(problem.company()).contains("acme");
        assertThat(problem.english()).contains(told);
        assertThat(problem.dutch()).isNotEqualTo(problem.english());
    }

    @ParameterizedTest
    @CsvSource({
        "delivery.parallel, 0, from 1 to 200",
        "delivery.parallel, many, whole number",
        "delivery.retry.multiplier, 0.5, from 1 to 10",
        "delivery.retry.max-delay, 1s, delivery.retry.first",
        "delivery.retry.first, soon, duration",
        "pickup.settle, 0s, from 100ms",
        "pickup.max-size, 100, size",
        "econnect.platform.url, http://api.everbinding.nl, https://",
        "http.response-timeout, 0s, from 100ms",
        "ledger.url, jdbc:mysql://host/db, jdbc:postgresql:",
        "mail.smtp.security, ssl, 'none, starttls, tls'",
        "mail.smtp.password, '{{env:NOWHERE}}', NOWHERE",
        "econnect.platform.subscription-key, '{{file:nowhere.txt}}', nowhere.txt",
        "mail.from, acme, e-mail address",
        "alert.email, acme, e-mail addresses",
        "camel.main.name, '{{env:NOWHERE}}', NOWHERE",
    })
    void a_wrong_global_setting_is_a_global_error(String key, String value, String told) {
        Configuration configuration = home.write(ACME, key + "=" + value).read();

        assertThat(configuration.globalErrors()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.english()).contains(told);
        });
        assertThat(configuration.companies()).hasSize(1);
    }

    @Test
    void no_companies_at_all_is_a_global_error() {
        assertThat(home.write("# nothing").read().globalErrors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.dutchLine()).contains("company.acme.name"));
    }

    @Test
    void a_missing_file_is_a_global_error() {
        assertThat(home.read().globalErrors()).singleElement().satisfies(problem -> assertThat(problem.englishLine())
                .startsWith("application.properties: cannot be read")
                .contains(folder.toString()));
    }

    @Test
    void a_line_that_is_no_setting_is_a_global_error() {
        assertThat(home.write(ACME, "delivery.parallel: 8").read().globalErrors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("delivery.parallel"));
    }

    @Test
    void an_unknown_key_warns_and_names_the_nearest_and_shows_no_value() {
        Configuration configuration = home.write(ACME, "company.acme.conection-secret=hidden", "delivery.paralel=4")
                .read();

        assertThat(configuration.company("acme")).isPresent();
        assertThat(configuration.globalErrors()).isEmpty();
        assertThat(configuration.warnings())
                .extracting(Problem::englishLine)
                .anySatisfy(line -> assertThat(line).contains("did you mean company.acme.connection-secret?"))
                .anySatisfy(line -> assertThat(line).contains("did you mean delivery.parallel?"))
                .noneSatisfy(line -> assertThat(line).contains("hidden"));
    }

    @Test
    void two_settings_on_one_line_are_an_error() {
        Configuration configuration = home.write(ACME, "mail.smtp.host=  mail.smtp.port=  mail.smtp.username=")
                .read();

        assertThat(configuration.globalErrors()).singleElement().satisfies(problem -> assertThat(problem.english())
                .contains("mail.smtp.port", "line of its own"));
    }

    @Test
    void the_key_of_a_company_is_lower_case() {
        Configuration configuration =
                home.write(ACME.replace("company.acme", "company.Acme B"), BETA).read();

        assertThat(configuration.companies()).extracting(Company::key).containsExactly("beta");
        assertThat(configuration.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.key()).isEqualTo("Acme B");
            assertThat(broken.problems().get(0).english()).contains("company.acme-b.name");
        });
    }

    @Test
    void a_company_id_that_looks_odd_is_a_warning() {
        Configuration configuration =
                home.write(ACME.replace("XCNL10019", "NL10019")).read();

        assertThat(configuration.company("acme")).isPresent();
        assertThat(problem(configuration, "company.acme.company-id").isError()).isFalse();
    }

    @Test
    void a_status_that_answers_the_supplier_is_a_warning() {
        Configuration configuration =
                home.write(ACME, "company.acme.received-status=50").read();

        assertThat(configuration.company("acme").orElseThrow().receivedStatus()).hasValue(50);
        assertThat(problem(configuration, "company.acme.received-status").english())
                .contains("50 rejected");
    }

    @Test
    void a_key_that_stands_there_twice_stops_the_company_it_belongs_to() {
        Configuration configuration =
                home.write(ACME, BETA, "company.acme.name=Other").read();

        assertThat(configuration.companies()).extracting(Company::key).containsExactly("beta");
        assertThat(configuration.globalErrors()).isEmpty();
    }

    @Test
    void no_problem_shows_a_secret() {
        home.environment.put("SHORT", "x");
        Configuration configuration = home.write(
                        ACME,
                        "company.acme.subscription-key=sub-key-hidden # sub-key-hidden",
                        "company.acme.subscription-key=sub-key-hidden",
                        "econnect.platform.url=https://host/x?subscriptionKey=sub-key-hidden",
                        "ledger.url=jdbc:mysql://u:sub-key-hidden@host/db",
                        "company.acme.connection-key={{other:sub-key-hidden}}",
                        "mail.smtp.password={{env:SHORT}}",
                        "sub-key-hidden")
                .read();

        assertThat(configuration.problems()).hasSizeGreaterThan(6);
        assertThat(configuration.toString()).doesNotContain("sub-key-hidden");
        assertThat(problem(configuration, "mail.smtp.password").english()).contains("too short");
    }

    @Test
    void problems_come_in_the_order_of_the_file() {
        List<Problem> problems = home.write(
                        "delivery.parallel=x", "pickup.settle=x", "unknown.key=x", "company.a.name=A")
                .read()
                .problems();

        assertThat(problems)
                .extracting(Problem::key)
                .startsWith("delivery.parallel", "pickup.settle", "unknown.key")
                .endsWith("company.a.connection-key", "company.a.connection-secret", "company.a.company-id");
    }

    private static Problem problem(Configuration configuration, String key) {
        return configuration.problems().stream()
                .filter(problem -> problem.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no problem with " + key + " in " + configuration.problems()));
    }
}
