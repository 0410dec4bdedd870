package io.github.komaseconnect.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.purchase.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettledFilesTest {
    private static final Path FILE = Path.of("F-1.xml");
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final MovableClock clock = new MovableClock();
    private final SettledFiles files = new SettledFiles(SETTLE, clock);

    @Test
    void isCompleteWhenItStaysTheSameBetweenOurLooks() {
        assertThat(files.unchangedFor(FILE, 10, 1)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(files.unchangedFor(FILE, 10, 1)).isEmpty();
        assertThat(files.isStill(FILE, 10, 1)).isFalse();
        clock.advance(Duration.ofSeconds(1));

        assertThat(files.unchangedFor(FILE, 10, 1)).contains(SETTLE);
        assertThat(files.isStill(FILE, 10, 1)).isTrue();
        assertThat(files.isStill(FILE, 11, 1)).isFalse();
        assertThat(files.isStill(FILE, 10, 2)).isFalse();
    }

    @Test
    void startsAnewWhenItGrowsOrIsWrittenAgain() {
        files.unchangedFor(FILE, 10, 1);
        clock.advance(SETTLE);
        assertThat(files.unchangedFor(FILE, 11, 1)).isEmpty();
        clock.advance(SETTLE);
        assertThat(files.unchangedFor(FILE, 11, 2)).isEmpty();
        clock.advance(SETTLE);
        assertThat(files.unchangedFor(FILE, 11, 2)).contains(SETTLE);
    }

    @Test
    void startsAnewWhenTheClockGoesBackOrItWasTaken() {
        files.unchangedFor(FILE, 10, 1);
        clock.advance(Duration.ofHours(-1));
        assertThat(files.unchangedFor(FILE, 10, 1)).isEmpty();
        clock.advance(SETTLE);
        assertThat(files.unchangedFor(FILE, 10, 1)).contains(SETTLE);

        files.taken(FILE);
        assertThat(files.isStill(FILE, 10, 1)).isFalse();
        assertThat(files.unchangedFor(FILE, 10, 1)).isEmpty();
    }

    @Test
    void forgetsWhatWasNotSeenForAWhileAndNothingElse() {
        Path other = Path.of("F-2.xml");
        files.unchangedFor(FILE, 10, 1);
        clock.advance(Duration.ofMinutes(9));
        files.unchangedFor(other, 10, 1);
        clock.advance(Duration.ofMinutes(2));
        files.tidy();

        assertThat(files.unchangedFor(FILE, 10, 1)).isEmpty();
        assertThat(files.unchangedFor(other, 10, 1)).contains(Duration.ofMinutes(2));
    }
}
