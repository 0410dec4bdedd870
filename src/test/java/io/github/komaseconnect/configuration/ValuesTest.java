package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final ValueType<Duration> ANY_TIME = Measures.duration("0s", "9999d");

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "2m, PT2M",
        "1h, PT1H",
        "72h, PT72H",
        "7d, PT168H",
        "0s, PT0S",
        "5 M, PT5M"
    })
    void durations(String text, Duration value) {
        assertThat(ANY_TIME.read(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "-1s", "1.5h", "s", "1w", "1h30m", "99999999999s"})
    void not_durations(String text) {
        assertThat(ANY_TIME.read(text)).isEmpty();
    }

    @Test
    void durations_have_bounds() {
        ValueType<Duration> bounded = Measures.duration("1s", "1h");

        assertThat(bounded.read("1s")).isPresent();
        assertThat(bounded.read("60m")).isPresent();
        assertThat(bounded.read("999ms")).isEmpty();
        assertThat(bounded.read("61m")).isEmpty();
        assertThat(bounded.english()).contains("from 1s to 1h");
    }

    @ParameterizedTest
    @CsvSource({"1KB, 1024", "100MB, 104857600", "1GB, 1073741824", "2048B, 2048", "20 kb, 20480"})
    void sizes(String text, long bytes) {
        assertThat(Measures.size("1KB", "2GB").read(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "1TB", "3GB", "10B", "MB", "-1MB"})
    void not_sizes(String text) {
        assertThat(Measures.size("1KB", "2GB").read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 2.0", "1.5, 1.5", "'1,5', 1.5"})
    void decimals(String text, double value) {
        assertThat(Measures.decimal(1, 10).read(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31", "31-01-2026", "31-1-2026"})
    void dates(String text) {
        assertThat(Values.DATE.read(text)).contains(LocalDate.of(2026, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "01/31/2026", "yesterday", "20260131"})
    void not_dates(String text) {
        assertThat(Values.DATE.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0/15 * * * ?", "0 30 2 * * ?", "0 0 8-18 ? * MON-FRI"})
    void cron_expressions(String text) {
        assertThat(Values.CRON.read(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/15 * * * *",
                "0 0/15 * * *",
                "every hour",
                "0 0 0 31 2 ?",
                "0 0/15 * * * ?            # Quartz"
            })
    void not_cron_expressions(String text) {
        assertThat(Values.CRON.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.everbinding.nl/soap/v3.1",
                "http://localhost:8080/soap",
                "http://127.0.0.1:1/x",
                "http://[::1]:8080/x",
            })
    void web_addresses(String text) {
        assertThat(Values.WEB_ADDRESS.read(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.everbinding.nl/soap",
                "http://localhost.evil.example/",
                "api.everbinding.nl",
                "https://host/x?subscriptionKey=abc",
                "https://user:pw@host/x",
                "ftp://host/",
                "https:///x",
                "https://ho st/",
            })
    void not_web_addresses(String text) {
        assertThat(Values.WEB_ADDRESS.read(text)).isEmpty();
    }

    @Test
    void mail_addresses() {
        assertThat(Values.ADDRESSES.read("a@acme.nl; b@acme.nl,c@localhost"))
                .hasValueSatisfying(list -> assertThat(list).containsExactly("a@acme.nl", "b@acme.nl", "c@localhost"));
        assertThat(Values.ADDRESS.read("a@acme.nl, b@acme.nl")).isEmpty();
        assertThat(Values.ADDRESS.read("Acme <a@acme.nl>")).isEmpty();
        assertThat(Values.ADDRESS.read("acme")).isEmpty();
        assertThat(Values.ADDRESSES.read("a@acme.nl, b")).isEmpty();
        assertThat(Values.ADDRESSES.read(",")).isEmpty();
    }

    @Test
    void numbers_of_companies() {
        assertThat(Values.COC_NUMBER.read("1234 5678")).contains("12345678");
        assertThat(Values.COC_NUMBER.read("1234567")).isEmpty();
        assertThat(Values.VAT_NUMBER.read("nl1234.56.789.B01")).contains("NL123456789B01");
        assertThat(Values.VAT_NUMBER.read("BE0123456789")).contains("BE0123456789");
        assertThat(Values.VAT_NUMBER.read("NL12345678901")).isEmpty();
    }

    @Test
    void words_in_any_case() {
        assertThat(Values.word(io.github.komaseconnect.company.DefaultMethod.class)
                        .read("Peppol"))
                .contains(io.github.komaseconnect.company.DefaultMethod.PEPPOL);
        assertThat(Values.word(io.github.komaseconnect.company.DefaultMethod.class)
                        .english())
                .contains("hold, peppol, email, print");
    }

    @Test
    void databases_of_the_ledger() {
        assertThat(Values.LEDGER.read("jdbc:postgresql://host/db")).isPresent();
        assertThat(Values.LEDGER.read("jdbc:mysql://host/db")).isEmpty();
    }
}
