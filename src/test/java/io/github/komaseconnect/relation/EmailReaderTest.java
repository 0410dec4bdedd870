package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailReaderTest {
    private static final EmailReader READER = new EmailReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jan@example.nl|jan@example.nl",
                "' jan@example.nl '|jan@example.nl",
                "jan@example.nl;piet@example.nl|jan@example.nl piet@example.nl",
                "jan@example.nl, piet@example.nl|jan@example.nl piet@example.nl",
                "jan@example.nl piet@example.nl|jan@example.nl piet@example.nl",
                "jan@example.nl;|jan@example.nl",
                "jan@example.nl;JAN@example.nl|jan@example.nl",
                "mailto:jan@example.nl|jan@example.nl",
                "Jan Jansen <jan@example.nl>; Piet <piet@example.nl>|jan@example.nl piet@example.nl",
                "crediteuren+facturen@sub.example.co.uk|crediteuren+facturen@sub.example.co.uk",
                "o'brien@example.ie|o'brien@example.ie",
                "jos\u00e9@b\u00e9drijf.nl|jos\u00e9@b\u00e9drijf.nl",
                "a@xn--bdrijf-bva.nl|a@xn--bdrijf-bva.nl",
            })
    void readsAddresses(String typed, String addresses) {
        assertThat(READER.read(typed)).isInstanceOf(EmailReading.Addresses.class);
        assertThat(String.join(" ", READER.read(typed).addresses())).isEqualTo(addresses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jan",
                "jan@",
                "@example.nl",
                "jan@example",
                "jan@@example.nl",
                "jan@example..nl",
                "jan..p@example.nl",
                ".jan@example.nl",
                "jan.@example.nl",
                "jan@-example.nl",
                "jan@example.nl.",
                "jan@[127.0.0.1]",
                "groep: jan@example.nl",
                "\"jan jansen\"@example.nl",
                "jan@exam_ple.nl",
                "jan(x)@example.nl",
                "jan@example.nl\r\nBcc: piet@example.nl",
                "jan@example.nl\nBcc:piet@example.nl",
                "jan@example.nl\tx",
                "jan@example.nl\u0000",
                "jan@example.nl<piet@example.nl>",
                "jan@example.nl; geen",
                "onbekend",
                "jan@example.1"
            })
    void refusesWhatIsNoAddress(String typed) {
        EmailReading reading = READER.read(typed);
        assertThat(reading).as(typed).isInstanceOf(EmailReading.Refused.class);
        assertThat(((EmailReading.Refused) reading).reason().dutch()).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", ";"})
    void nothingIsNoAddress(String typed) {
        assertThat(READER.read(typed)).isEqualTo(new EmailReading.Addresses(java.util.List.of()));
    }

    @Test
    void oneWrongAddressSpoilsTheOthersButStillFindsTheRelation() {
        EmailReading reading = READER.read("jan@example.nl; piet@");
        assertThat(reading).isInstanceOf(EmailReading.Refused.class);
        assertThat(reading.addresses()).containsExactly("jan@example.nl");
        assertThat(((EmailReading.Refused) reading).reason().dutch()).contains("piet@");
    }

    @Test
    void aLongLineOfRubbishIsReadQuickly() {
        assertThat(READER.read("a-".repeat(20_000) + "@" + "b-".repeat(20_000)))
                .isInstanceOf(EmailReading.Refused.class);
    }
}
