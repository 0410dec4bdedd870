package io.github.komaseconnect.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConditionTest {
    @Test
    void looksAgainUntilItHolds() throws Exception {
        AtomicInteger looks = new AtomicInteger();

        assertThat(Condition.holdsWithin(Duration.ofSeconds(10), () -> looks.incrementAndGet() == 3))
                .isTrue();
        assertThat(looks).hasValue(3);
    }

    @Test
    void givesUpInTheEnd() throws Exception {
        assertThat(Condition.holdsWithin(Duration.ofMillis(20), () -> false)).isFalse();
    }

    @Test
    void passesOnWhatWentWrong() {
        assertThatThrownBy(() -> Condition.holdsWithin(Duration.ofSeconds(10), () -> {
                    throw new IllegalArgumentException("no ledger");
                }))
                .hasMessage("no ledger");
    }
}
