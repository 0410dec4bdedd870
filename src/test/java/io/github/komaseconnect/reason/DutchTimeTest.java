package io.github.komaseconnect.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutchTimeTest {
    /** In the Netherlands it is the next day, month and year already. */
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:05:09Z");

    @Test
    void writesTimesAsTheDutchDo() {
        assertThat(DutchTime.day(NEW_YEAR)).isEqualTo("01-01-2027");
        assertThat(DutchTime.minute(NEW_YEAR)).isEqualTo("01-01-2027 00:05");
        assertThat(DutchTime.second(NEW_YEAR)).isEqualTo("01-01-2027 00:05:09");
        assertThat(DutchTime.month(NEW_YEAR)).isEqualTo("2027-01");
        assertThat(DutchTime.date(NEW_YEAR)).isEqualTo("2027-01-01");
    }

    @Test
    void inSummerTheClockIsAnHourAhead() {
        assertThat(DutchTime.minute(Instant.parse("2026-07-01T10:05:30Z"))).isEqualTo("01-07-2026 12:05");
        assertThat(DutchTime.second(Instant.parse("2026-11-22T10:05:30Z"))).isEqualTo("22-11-2026 11:05:30");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01, 2026-06-30T22:00:00Z", "2026-12-01, 2026-11-30T23:00:00Z"})
    void aDayBeginsAtMidnightInSummerAndInWinter(LocalDate date, Instant start) {
        assertThat(DutchTime.startOf(date)).isEqualTo(start);
        assertThat(DutchTime.date(start)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "1-11-2026", "01-11-2026", "1/11/2026", " 2026-11-01\t"})
    void readsWhatPeopleType(String text) {
        assertThat(DutchTime.typed(text)).contains(LocalDate.of(2026, 11, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "31-4-2026", "01/31/2026", "20261101", "1-11-26", "gisteren"})
    void whatIsNoDateIsNotGuessed(String text) {
        assertThat(DutchTime.typed(text)).isEmpty();
    }
}
