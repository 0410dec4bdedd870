package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.folder.Lanes;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.purchase.MovableClock;
import io.github.komaseconnect.runtime.Housekeeping.Duty;
import io.github.komaseconnect.watch.HangingFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One duty that fails or hangs keeps no other from its turn. */
class HousekeepingTest {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch share = new CountDownLatch(1);
    private Ledger ledger;
    private AlarmBell alarms;
    private Lanes lanes;
    private Unexpected unexpected;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.open("", folder, clock, "test");
        alarms = new AlarmBell(ledger);
        unexpected = new Unexpected(alarms, clock);
        lanes = new Lanes(Duration.ofMillis(200), 10, unexpected::tell, clock);
    }

    @AfterEach
    void close() {
        share.countDown();
        lanes.close();
        ledger.close();
    }

    private void hang() {
        try {
            share.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> causes() {
        return alarms.open("").stream().map(Alarm::cause).toList();
    }

    @Test
    void theOthersHaveTheirTurnAndTheFailureIsAnAlarm() {
        Housekeeping housekeeping = new Housekeeping(
                List.of(
                        new Duty("broken", lane -> {
                            throw new IllegalStateException("a");
                        }),
                        Duty.of("broken in its lane", () -> {
                            throw new IllegalStateException("b");
                        }),
                        Duty.of("fine", () -> done.add("fine"))),
                lanes,
                unexpected);

        housekeeping.goRound();
        housekeeping.goRound();

        assertThat(done).containsExactly("fine", "fine");
        assertThat(causes()).containsExactly("unexpected/broken", "unexpected/broken in its lane");
    }

    @Test
    void aShareThatHangsIsToldAndDelaysNeitherOtherCompaniesNorOtherDuties() {
        Housekeeping housekeeping = new Housekeeping(
                List.of(
                        new Duty("folders", lane -> {
                            lane.run("acme", this::hang);
                            lane.run("beta", () -> done.add("beta"));
                        }),
                        Duty.of("fine", () -> done.add("fine"))),
                lanes,
                unexpected);
        HangingFolders watch = new HangingFolders(lanes, Duration.ofMinutes(1), NodeCauses.of(ledger), alarms);

        housekeeping.goRound();
        housekeeping.goRound();
        assertThat(done).containsExactly("beta", "fine", "beta", "fine");
        watch.look(Lane.direct());
        assertThat(causes()).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        watch.look(Lane.direct());
        assertThat(causes()).containsExactly("hangs");
        assertThat(alarms.open("hangs").get(0).touches())
                .extracting(Alarm.Touch::label)
                .containsExactly("folders acme");

        share.countDown();
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            watch.look(Lane.direct());
            assertThat(causes()).isEmpty();
        });
    }
}
