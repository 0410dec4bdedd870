package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "01-11-2026", "1-11-2026", "1/11/2026"})
    void aDayBeginsInTheNetherlands(String typed) {
        assertThat(Moments.startOfDay(typed)).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-02-2026", "gisteren", "2026", ""})
    void refusesWhatIsNoDate(String typed) {
        assertThatThrownBy(() -> Moments.startOfDay(typed))
                .isInstanceOfSatisfying(CommandFailure.class, failure -> assertThat(failure.exitCode())
                        .isEqualTo(2));
    }
}
