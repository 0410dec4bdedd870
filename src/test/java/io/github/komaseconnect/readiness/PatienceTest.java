package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Finding FINE = Finding.ok("fine", "goed", "fine");

    private static List<Finding> within(long milliseconds, Callable<List<Finding>> check) {
        return Patience.within(Duration.ofMillis(milliseconds), "de mappen", "the folders", check);
    }

    @Test
    void givesWhatWasFound() {
        assertThat(within(10_000, () -> List.of(FINE))).containsExactly(FINE);
    }

    @Test
    void doesNotWaitForWhatNeverAnswers() {
        CountDownLatch never = new CountDownLatch(1);
        List<Finding> findings = within(50, () -> {
            never.await();
            return List.of(FINE);
        });
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.reason().code()).isEqualTo("check.no-answer");
            assertThat(finding.reason().dutch()).contains("de mappen");
        });
    }

    @Test
    void makesAFindingOfAFailure() {
        List<Finding> findings = within(10_000, () -> {
            throw new IOException("disk on fire");
        });
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.reason().english()).contains("the folders", "disk on fire");
        });
    }
}
