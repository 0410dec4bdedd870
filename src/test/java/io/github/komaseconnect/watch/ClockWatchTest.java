package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Watching.LongestWaits;
import io.github.komaseconnect.purchase.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set forwards and backwards. */
class ClockWatchTest {
    private static final LongestWaits WAITS =
            new LongestWaits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofMinutes(10));

    @TempDir
    Path folder;

    private WatchRoom room;
    private final MovableClock steady = new MovableClock();
    private ClockWatch watch;

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
        start();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void start() {
        watch = new ClockWatch(room.ledger, company -> true, WAITS, room.clock, steady);
        watch.look();
    }

    private void pass(Duration time) {
        room.clock.advance(time);
        steady.advance(time);
        watch.look();
    }

    private Duration setBack() {
        return room.ledger.inTransaction(books -> books.watching().clockSetBackSince(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D", "P730D"})
    void workThatWaitsForATimeOfAWrongClockWaitsNoLongerWhenItIsRight(String ahead) {
        Duration wrong = Duration.parse(ahead);
        room.clock.advance(wrong);
        watch.look();
        Instant due = room.clock.instant().plus(Duration.ofMinutes(30));
        long delivery = room.deliver(room.sell(DocumentType.INVOICE, "1001", InvoiceState.ON_ITS_WAY));
        room.ledger.record(books -> {
            books.deliveries().state(delivery, DeliveryState.WAITING, Optional.of(due), Optional.of(due));
            books.pauses().set(new Pause("acme", Channel.ECONNECT, "x", "x", "x", "x", due, Optional.of(due)));
        });
        long received = room.receive(room.clock.instant());
        room.ledger.record(books -> books.receipts().next(received, Optional.of(due), 1));

        room.clock.advance(wrong.negated());
        watch.look();

        Instant now = room.clock.instant();
        room.ledger.record(books -> {
            var row = books.deliveries().find(delivery).orElseThrow();
            assertThat(row.dueAt().orElseThrow()).isBeforeOrEqualTo(now.plus(Duration.ofHours(1)));
            assertThat(row.failingSince().orElseThrow()).isBeforeOrEqualTo(now);
            assertThat(books.pauses().all().get(0).probeAt().orElseThrow())
                    .isBeforeOrEqualTo(now.plus(Duration.ofMinutes(10)));
            assertThat(books.receipts().due("acme", now.plus(Duration.ofHours(2)), Set.of(), 9))
                    .hasSize(1);
        });
        assertThat(setBack()).isEqualTo(wrong);
    }

    @Test
    void whatWaitsAsItShouldGoesOnWaiting() {
        long delivery = room.deliver(room.sell(DocumentType.INVOICE, "1001", InvoiceState.ON_ITS_WAY));
        Instant due = room.clock.instant().plus(Duration.ofMinutes(59));
        room.ledger.record(
                books -> books.deliveries().state(delivery, DeliveryState.WAITING, Optional.of(due), Optional.empty()));

        pass(Duration.ofMinutes(1));

        assertThat(room.ledger
                        .inTransaction(books -> books.deliveries().find(delivery))
                        .orElseThrow()
                        .dueAt())
                .contains(due);
        assertThat(setBack()).isZero();
    }

    @Test
    void aClockThatWasSetBackWhileTheProgramStoodStillIsNoticed() {
        pass(Duration.ofHours(3));
        room.clock.advance(Duration.ofHours(-2));

        start();

        assertThat(setBack()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aBitOfCorrectionAndALongSleepAreNothing() {
        room.clock.advance(Duration.ofSeconds(-90));
        watch.look();
        room.clock.advance(Duration.ofDays(3));
        watch.look();
        pass(Duration.ofMinutes(1));

        assertThat(setBack()).isZero();
    }

    @Test
    void manySmallCorrectionsAddUp() {
        for (int n = 0; n < 5; n++) {
            room.clock.advance(Duration.ofSeconds(-50));
            watch.look();
        }

        assertThat(setBack()).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(250));
    }

    /** An hour that eConnect asks for is no error of a clock. */
    @Test
    void whatTheOtherSideAskedForIsWaitedFor() throws Exception {
        Path home = Files.createDirectories(folder.resolve("usual"));
        Files.writeString(home.resolve("application.properties"), "");
        LongestWaits usual = ClockWatch.longestWaits(
                new ConfigurationReader(name -> Optional.empty()).read(home).settings());

        assertThat(List.of(usual.probe(), usual.delivery(), usual.receipt()))
                .allSatisfy(longest -> assertThat(longest).isGreaterThan(Reply.LONGEST_REST));
    }
}
