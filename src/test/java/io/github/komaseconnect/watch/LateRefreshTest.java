package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.WatchLimits;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Pause;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schedule of every quarter of an hour on working days from seven to seven, and an hour of patience. */
class LateRefreshTest {
    private static final String CAUSE = "late/acme";

    @TempDir
    Path folder;

    private WatchRoom room;
    private LateRefresh watch;

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
        watch = new LateRefresh(room.companies, room.ledger, room.alarms, room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void isToldAnHourAfterTheMomentThatWasMissedAndOverWhenItSucceeds() {
        room.refreshed(WatchRoom.at("2026-11-24T10:00:05"));
        room.at("2026-11-24T10:01", watch);
        room.at("2026-11-24T11:14", watch);
        assertThat(room.causes()).isEmpty();

        room.at("2026-11-24T11:16", watch);
        room.at("2026-11-24T11:17", watch);
        assertThat(room.causes()).containsExactly(CAUSE);
        assertThat(room.alarm(CAUSE).reason().dutch()).contains("24-11-2026 10:00");

        room.refreshed(WatchRoom.at("2026-11-24T11:20"));
        room.at("2026-11-24T11:21", watch);
        assertThat(room.causes()).isEmpty();
    }

    @Test
    void aWeekendWithoutMomentsIsNotLate() {
        room.refreshed(WatchRoom.at("2026-11-20T18:45:02"));
        room.at("2026-11-20T18:46", watch);
        room.at("2026-11-22T23:00", watch);
        room.at("2026-11-23T07:59", watch);
        assertThat(room.causes()).isEmpty();

        room.at("2026-11-23T08:01", watch);
        assertThat(room.causes()).containsExactly(CAUSE);
    }

    @Test
    void aStartAfterALongTimeGetsTimeToCatchUp() {
        room.refreshed(WatchRoom.at("2026-11-20T10:00"));
        room.at("2026-11-24T10:00", watch);
        room.at("2026-11-24T10:09", watch);
        assertThat(room.causes()).isEmpty();

        room.at("2026-11-24T10:10", watch);
        assertThat(room.causes()).containsExactly(CAUSE);
    }

    @Test
    void oneThatNeverSucceededIsToldToo() {
        room.at("2026-11-24T10:01", watch);
        room.at("2026-11-24T11:16", watch);

        assertThat(room.causes()).containsExactly(CAUSE);
    }

    @Test
    void aPauseThatIsForgottenIsToldAfterADay() {
        room.refreshed(WatchRoom.at("2026-11-24T10:00"));
        room.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme", Channel.ALL, "paused", "x", "x", "els", room.clock.instant(), Optional.empty())));
        room.at("2026-11-24T10:01", watch);
        room.at("2026-11-25T11:00", watch);
        assertThat(room.causes()).isEmpty();

        room.at("2026-11-25T11:16", watch);
        assertThat(room.causes()).containsExactly(CAUSE);
    }

    @Test
    void aTimeOfTheFutureCountsAsNow() {
        room.refreshed(WatchRoom.at("2027-11-24T10:00"));
        room.at("2026-11-24T10:01", watch);
        room.at("2026-11-24T11:16", watch);

        assertThat(room.causes())
                .as("nothing was fetched since the clock is right")
                .containsExactly(CAUSE);
    }

    @Test
    void offIsOff() throws Exception {
        room.close();
        room = new WatchRoom(folder.resolve("off"), WatchLimits.none());
        watch = new LateRefresh(room.companies, room.ledger, room.alarms, room.clock);
        room.at("2026-11-24T10:01", watch);
        room.at("2026-12-24T10:01", watch);

        assertThat(room.causes()).isEmpty();
    }
}
