package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The running number in an invoice number. */
class InvoiceNumberTest {
    @ParameterizedTest
    @CsvSource({
        "F2026-0104, F2026-, 104, 4, ''",
        "20260104, 2026, 104, 4, ''",
        "261234, 26, 1234, 0, ''",
        "1234, '', 1234, 0, ''",
        "2026/17, 2026/, 17, 0, ''",
        "17/2026, '', 17, 0, /2026",
        "0017-26, '', 17, 4, -26",
        "VF 000123 NL, 'VF ', 123, 6, ' NL'",
        "2026, '', 2026, 0, ''",
        "INV-1-2, INV-1-, 2, 0, ''",
    })
    void isTakenApart(String number, String prefix, long running, int width, String suffix) {
        assertThat(InvoiceNumber.of(number, "2026-11-22")).contains(new InvoiceNumber(prefix, running, width, suffix));
        assertThat(InvoiceNumber.whole(prefix, running, width, suffix)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"PROEF", "''", "1234567890123456"})
    void somethingElseIsNoSeries(String number) {
        assertThat(InvoiceNumber.of(number, "")).isEmpty();
    }

    @Test
    void hostileDigitsAreNoNumber() {
        assertThat(InvoiceNumber.of("F-\u0664\u0665", "2026-11-22")).isEmpty();
    }
}
