package io.github.komaseconnect.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Moments that a clock wrote down that may have been wrong, and a clock that is never. */
class DueTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aMomentHasComeWhenItPassedOrIsTooFarOffToBeMeant() {
        assertThat(DueTime.hasCome(NOW.minusSeconds(1), NOW, HOUR)).isTrue();
        assertThat(DueTime.hasCome(NOW, NOW, HOUR)).isTrue();
        assertThat(DueTime.hasCome(NOW.plus(HOUR), NOW, HOUR)).isFalse();
        assertThat(DueTime.hasCome(NOW.plus(HOUR).plusMillis(1), NOW, HOUR)).isTrue();
    }

    @Test
    void anAgeIsNeverNegative() {
        assertThat(DueTime.isAtLeast(HOUR, NOW.minus(HOUR), NOW)).isTrue();
        assertThat(DueTime.isAtLeast(HOUR, NOW.minus(HOUR).plusMillis(1), NOW)).isFalse();
        assertThat(DueTime.isAtLeast(HOUR, NOW.plus(Duration.ofDays(365)), NOW)).isTrue();
    }

    @Test
    void aSteadyClockCountsOnWhateverTheOtherDoes() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        SteadyClock clock = SteadyClock.counting(NOW, nanos::get);

        nanos.addAndGet(3_000_000_000L);

        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(3));
    }
}
