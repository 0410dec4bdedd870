package io.github.komaseconnect.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the daily print is, also on the days on which the clock changes. */
class BatchTimesTest {
    @ParameterizedTest
    @CsvSource({
        "15:30, 2026-11-27T10:00:00Z, 2026-11-27T14:30:00Z",
        "15:30, 2026-11-27T14:30:00Z, 2026-11-28T14:30:00Z",
        "15:30, 2026-07-01T13:29:59Z, 2026-07-01T13:30:00Z",
        // 29 March: there is no half past two, so it is half past three
        "02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        // 25 October: half past two comes twice, and the first counts
        "02:30, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
        "02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        // just after midnight in the Netherlands it is still the day before in UTC
        "00:15, 2026-11-27T22:59:00Z, 2026-11-27T23:15:00Z",
    })
    void isTheNextMomentInTheTimeOfTheNetherlands(LocalTime at, Instant now, Instant next) {
        assertThat(BatchTimes.next(at, now)).isEqualTo(next);
    }
}
