package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only days on which people work count. */
class WorkingTimeTest {
    private static Duration between(String from, String to) {
        return WorkingTime.between(WatchRoom.at(from), WatchRoom.at(to));
    }

    @Test
    void aWeekendDoesNotCount() {
        assertThat(between("2026-11-20T18:00", "2026-11-23T18:00")).isEqualTo(Duration.ofHours(24));
        assertThat(between("2026-11-21T10:00", "2026-11-22T20:00")).isZero();
    }

    @Test
    void holidaysDoNotCount() {
        assertThat(between("2026-12-24T00:00", "2026-12-29T00:00"))
                .as("Christmas on Friday and Saturday")
                .isEqualTo(Duration.ofHours(48));
        assertThat(between("2026-04-02T12:00", "2026-04-07T12:00"))
                .as("Good Friday to Easter Monday")
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aClockThatWentBackGivesNoTime() {
        assertThat(between("2026-11-25T12:00", "2026-11-24T12:00")).isZero();
    }

    @Test
    void theDaysOnWhichTheClockChangesAreSundays() {
        assertThat(between("2026-03-27T00:00", "2026-03-31T00:00")).isEqualTo(Duration.ofHours(48));
        assertThat(between("2026-10-23T00:00", "2026-10-27T00:00")).isEqualTo(Duration.ofHours(48));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2100-03-28"})
    void easterIsWhereTheCalendarHasIt(LocalDate easter) {
        assertThat(WorkingTime.easter(easter.getYear())).isEqualTo(easter);
    }
}
