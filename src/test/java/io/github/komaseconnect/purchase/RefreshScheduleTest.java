package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which moments were missed, also where the clock changes. */
class RefreshScheduleTest {
    private static final String QUARTERS = "0 0/15 * * * ?";
    private static final String NIGHTLY = "0 30 2 * * ?";

    private static boolean missed(String cron, String last, String now) {
        return new RefreshSchedule(cron).missed(Instant.parse(last), Instant.parse(now));
    }

    @Test
    void theScheduleItselfGetsTwoMinutes() {
        assertThat(missed(QUARTERS, "2026-11-22T09:00:05Z", "2026-11-22T09:15:00Z"))
                .isFalse();
        assertThat(missed(QUARTERS, "2026-11-22T09:00:05Z", "2026-11-22T09:17:00Z"))
                .isFalse();
        assertThat(missed(QUARTERS, "2026-11-22T09:00:05Z", "2026-11-22T09:17:01Z"))
                .isTrue();
    }

    @Test
    void hoursAreThoseOfTheNetherlands() {
        assertThat(missed(NIGHTLY, "2026-07-01T00:31:00Z", "2026-07-02T00:31:00Z"))
                .isFalse();
        assertThat(missed(NIGHTLY, "2026-07-01T00:31:00Z", "2026-07-02T00:33:00Z"))
                .isTrue();
        assertThat(missed(NIGHTLY, "2026-12-01T01:31:00Z", "2026-12-02T01:31:00Z"))
                .isFalse();
        assertThat(missed(NIGHTLY, "2026-12-01T01:31:00Z", "2026-12-02T01:33:00Z"))
                .isTrue();
    }

    /** At 02:00 it becomes 03:00 on 29 March 2026, and Quartz knows no 02:30 that night. */
    @Test
    void theNightThatQuartzLeavesOutInSpringIsNoticed() {
        assertThat(missed(NIGHTLY, "2026-03-28T01:30:10Z", "2026-03-29T01:33:00Z"))
                .isTrue();
    }

    /** At 03:00 it becomes 02:00 again on 25 October 2026, and Quartz leaves out the first of the two hours. */
    @Test
    void theHourThatQuartzLeavesOutInAutumnIsNoticed() {
        Instant now = Instant.parse("2026-10-24T23:45:05Z");
        Instant last = now;
        Duration longest = Duration.ZERO;
        for (int minute = 0; minute < 300; minute++) {
            now = now.plusSeconds(60);
            if (new RefreshSchedule(QUARTERS).missed(last, now)) {
                Duration wait = Duration.between(last, now);
                longest = wait.compareTo(longest) > 0 ? wait : longest;
                last = now;
            }
        }
        assertThat(longest).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(18));
    }
}
