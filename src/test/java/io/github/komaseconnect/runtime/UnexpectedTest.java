package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.simulator.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnexpectedTest {
    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private Ledger ledger;
    private AlarmBell bell;
    private Unexpected unexpected;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.open("", folder, clock, "test");
        bell = new AlarmBell(ledger);
        unexpected = new Unexpected(bell, clock);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void isOneAlarmForAStep() {
        unexpected.tell("deliver", new IllegalStateException("a"));
        unexpected.tell("deliver", new IllegalStateException("b"));
        unexpected.tell("receive", new IllegalStateException("c"));

        assertThat(bell.open("unexpected/"))
                .extracting(alarm -> alarm.cause())
                .containsExactly("unexpected/deliver", "unexpected/receive");
    }

    @Test
    void isOverWhenItDidNotComeBackForAnHour() {
        unexpected.tell("deliver", new IllegalStateException("a"));
        clock.advance(Duration.ofMinutes(50));
        unexpected.tell("deliver", new IllegalStateException("again"));
        clock.advance(Duration.ofMinutes(50));
        unexpected.lookBack();
        assertThat(bell.open("unexpected/")).hasSize(1);

        clock.advance(Duration.ofMinutes(11));
        unexpected.lookBack();

        assertThat(bell.open("unexpected/")).isEmpty();
    }

    @Test
    void aTimeOfTheFutureDoesNotKeepItForYears() {
        clock.advance(Duration.ofDays(730));
        unexpected.tell("deliver", new IllegalStateException("a"));
        clock.advance(Duration.ofDays(-730));

        unexpected.lookBack();

        assertThat(bell.open("unexpected/")).isEmpty();
    }

    @Test
    void isOverAfterARestartToo() {
        unexpected.tell("deliver", new IllegalStateException("a"));
        Unexpected restarted = new Unexpected(bell, clock);
        restarted.lookBack();
        assertThat(bell.open("unexpected/")).hasSize(1);
        clock.advance(Duration.ofMinutes(61));

        restarted.lookBack();

        assertThat(bell.open("unexpected/")).isEmpty();
    }

    @Test
    void aLedgerThatCannotBeReachedIsNoAlarmOfItsOwn() {
        unexpected.tell("deliver", new LedgerUnavailableException("no database", null));

        assertThat(bell.open("unexpected/")).isEmpty();
    }

    @Test
    void whatFailsManyTimesASecondDoesNotFillTheLog() {
        try (LogLines log = new LogLines()) {
            for (int n = 0; n < 500; n++) {
                unexpected.tell("deliver", aFailure(n));
                unexpected.tell("deliver", new IllegalStateException(aFailure(n)));
                unexpected.tell("receive", new RuntimeException(new LedgerUnavailableException("no database", null)));
                clock.advance(Duration.ofMillis(200));
            }

            // 100 seconds: each failure twice, each with its stack trace, and the alarm
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("stack trace"))
                    .hasSize(4);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("no database"))
                    .hasSize(2);
            assertThat(log.lines()).hasSize(7);
        }
    }

    private static IllegalArgumentException aFailure(int number) {
        return new IllegalArgumentException("number " + number);
    }
}
