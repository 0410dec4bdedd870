package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company that receives nothing any more where it usually does. */
class SilentInboxTest {
    private static final String CAUSE = "silent/acme";

    @TempDir
    Path folder;

    private WatchRoom room;
    private SilentInbox watch;

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
        watch = new SilentInbox(room.companies, room.ledger, room.alarms, Duration.ofMinutes(15), room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** One invoice on each of these days of the week until the last day. */
    private void receives(String first, String last, int everyDays) {
        for (LocalDate day = LocalDate.parse(first);
                !day.isAfter(LocalDate.parse(last));
                day = day.plusDays(everyDays)) {
            if (WorkingTime.isWorkday(day)) {
                room.receive(WatchRoom.at(day + "T11:00"));
            }
        }
    }

    private void look(String local) {
        room.refreshed(WatchRoom.at(local).minusSeconds(60));
        room.at(local, watch);
    }

    @Test
    void fiveWorkingDaysAreStrangeForWhoReceivesEveryDay() {
        receives("2026-09-01", "2026-11-20", 1);
        look("2026-11-27T10:00");
        assertThat(room.causes()).isEmpty();

        look("2026-11-27T11:30");
        assertThat(room.causes()).containsExactly(CAUSE);
        assertThat(room.alarm(CAUSE).reason().dutch()).contains("20-11-2026");

        look("2027-03-20T11:30");
        assertThat(room.causes())
                .as("it lasts until something comes, also when nothing is usual any more")
                .containsExactly(CAUSE);

        room.receive(WatchRoom.at("2027-03-22T10:00"));
        look("2027-03-22T11:30");
        assertThat(room.causes()).isEmpty();
    }

    @Test
    void whoReceivesSeldomMayBeSilentForTwiceAsLong() {
        receives("2026-09-01", "2026-11-17", 7);
        look("2026-11-26T12:00");
        assertThat(room.causes()).isEmpty();

        look("2026-12-01T12:00");
        assertThat(room.causes()).containsExactly(CAUSE);
    }

    @Test
    void christmasIsNoSilence() {
        receives("2026-09-28", "2026-12-24", 1);

        look("2027-01-01T12:00");

        assertThat(room.causes()).as("Monday to Thursday only").isEmpty();
    }

    @Test
    void whoHasNoHistoryHasNothingUsual() {
        receives("2026-11-02", "2026-11-10", 1);

        look("2026-11-27T12:00");

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void aListThatIsNotReadIsNotSilence() {
        receives("2026-09-01", "2026-11-20", 1);
        room.refreshed(WatchRoom.at("2026-11-20T12:00"));

        room.at("2026-12-11T12:00", watch);

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void aDocumentOfTheFutureIsNothingReceived() {
        receives("2026-09-01", "2026-11-20", 1);
        room.receive(Instant.parse("2030-01-01T00:00:00Z"));

        look("2026-11-30T12:00");

        assertThat(room.causes()).containsExactly(CAUSE);
    }
}
