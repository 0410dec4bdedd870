package io.github.komaseconnect.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmBellTest {
    private static final Reason REASON = Reason.of("test", "stuk", "broken");

    @TempDir
    Path folder;

    private Ledger ledger;
    private AlarmBell bell;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "test");
        bell = new AlarmBell(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void oneAlarmForACauseListsAllThatItTouches() {
        bell.raise("folder/x", "acme", REASON, "a");
        bell.raise("folder/x", "acme", REASON, "b");
        bell.raise("folder/x", "acme", REASON, "");

        assertThat(bell.open("folder/")).singleElement().satisfies(alarm -> assertThat(alarm.touches())
                .extracting(Alarm.Touch::label)
                .containsExactly("a", "b"));
    }

    @Test
    void clearsWhatSomebodyElseRaisedAfterItWasClearOnce() {
        bell.raise("folder/x", "acme", REASON, "a");
        bell.clear("folder/x");
        bell.clear("folder/x");
        ledger.record(books -> books.alarms().raise("folder/x", "acme", REASON, Optional.of("b")));
        assertThat(bell.open("folder/x")).hasSize(1);

        bell.clear("folder/x");

        assertThat(bell.open("folder/x")).isEmpty();
    }

    @Test
    void clearingWhatIsNotOpenDoesNothing() {
        bell.clear("folder/x");

        assertThat(ledger.inTransaction(books -> books.alarms().toMail()).isEmpty())
                .isTrue();
    }

    @Test
    void aLedgerThatIsGoneStopsNoStep() {
        ledger.close();

        assertThatCode(() -> {
                    bell.raise("folder/x", "acme", REASON, "a");
                    bell.clear("folder/x");
                    assertThat(bell.open("folder/")).isEmpty();
                })
                .doesNotThrowAnyException();
    }
}
