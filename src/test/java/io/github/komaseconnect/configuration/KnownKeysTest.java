package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
    @Test
    void every_setting_says_what_it_means_in_both_languages() {
        assertThat(KnownKeys.all()).hasSizeGreaterThan(50).allSatisfy(key -> assertThat(
                        List.of(key.english(), key.dutch()))
                .allSatisfy(text -> assertThat(text).endsWith(".").doesNotContain("|", "\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "company.acme.name, company.<key>.name",
        "company.acme.mail.smtp.host, company.<key>.mail.smtp.host",
        "ledger.url, ledger.url",
        "camel.main.name, camel.*",
    })
    void a_key_in_the_file_is_found_in_the_table(String typed, String name) {
        assertThat(KnownKeys.find(typed)).map(KnownKey::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"company.acme", "company.acme.", "company..name", "company.name", "ledger", "camel", "", "name"})
    void anything_else_is_not_found(String typed) {
        assertThat(KnownKeys.find(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company.acme.connection-key",
                "company.acme.connection-secret",
                "company.acme.conection-secret",
                "company.acme.subscription-key",
                "econnect.platform.subscription-key",
                "mail.smtp.password",
                "company.acme.mail.smtp.password",
                "camel.component.http.proxy-password",
            })
    void secrets_are_known_as_such(String typed) {
        assertThat(KnownKeys.secret(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"company.acme.company-id", "ledger.url", "mail.smtp.host", "econnect.platform.template-id"})
    void other_settings_are_not_secret(String typed) {
        assertThat(KnownKeys.secret(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "delivery.paralel, delivery.parallel",
        "mail.smtp.user, mail.smtp.username",
        "company.acme.conection-key, company.acme.connection-key",
        "company.beta.e-mail.from, company.beta.email.from",
        "compnay.acme.name, company.acme.name",
        "Ledger.URL, ledger.url",
    })
    void the_nearest_known_key_is_found(String typed, String meant) {
        assertThat(KnownKeys.nearest(typed, List.of("acme"))).contains(meant);
    }

    @Test
    void nothing_is_near_to_nonsense() {
        assertThat(KnownKeys.nearest("xyzzy", List.of())).isEmpty();
        assertThat(KnownKeys.nearest("x".repeat(10_000), List.of())).isEmpty();
    }
}
