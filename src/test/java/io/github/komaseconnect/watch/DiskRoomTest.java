package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.folder.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up. */
class DiskRoomTest {
    @TempDir
    Path folder;

    private WatchRoom room;
    private final AtomicLong own = new AtomicLong(5000);
    private final AtomicLong share = new AtomicLong(5000);

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private DiskRoom watch(Optional<Long> warn) {
        return new DiskRoom(
                room.companies,
                List.of(folder.resolve("data")),
                warn,
                where -> where.startsWith(folder.resolve("acme"))
                        ? new DiskRoom.Free("share", share.get())
                        : new DiskRoom.Free("own", own.get()),
                NodeCauses.of(room.ledger),
                room.alarms);
    }

    @Test
    void isToldOncePerDiskAndOverWithABitMoreRoom() {
        DiskRoom watch = watch(Optional.of(1000L));
        watch.look(Lane.direct());
        assertThat(room.causes()).isEmpty();

        share.set(999);
        watch.look(Lane.direct());
        watch.look(Lane.direct());
        assertThat(room.causes()).containsExactly("disk/share");
        assertThat(room.alarm("disk/share").company()).isEqualTo("acme");

        share.set(1050);
        watch.look(Lane.direct());
        assertThat(room.causes()).as("hardly more").containsExactly("disk/share");
        share.set(1200);
        watch.look(Lane.direct());
        assertThat(room.causes()).isEmpty();
    }

    @Test
    void isOverAfterARestartToo() {
        own.set(1);
        watch(Optional.of(1000L)).look(Lane.direct());
        assertThat(room.causes()).containsExactly("disk/own");
        own.set(5000);

        watch(Optional.of(1000L)).look(Lane.direct());

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void offEndsWhatWasTold() {
        own.set(1);
        watch(Optional.of(1000L)).look(Lane.direct());

        watch(Optional.empty()).look(Lane.direct());

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void aDiskIsAskedOnceHoweverManyFoldersAreOnIt() {
        AtomicInteger asked = new AtomicInteger();
        DiskRoom.Room room = new DiskRoom.Room() {
            @Override
            public DiskRoom.Free of(Path where) {
                asked.incrementAndGet();
                return new DiskRoom.Free("own", own.get());
            }

            @Override
            public Optional<Object> device(Path where) {
                return Optional.of(7L);
            }
        };
        DiskRoom watch = new DiskRoom(
                this.room.companies,
                List.of(folder.resolve("data")),
                Optional.of(1000L),
                room,
                NodeCauses.of(this.room.ledger),
                this.room.alarms);

        own.set(1);
        watch.look(Lane.direct());
        assertThat(asked).hasValue(1);
        assertThat(this.room.causes()).containsExactly("disk/own");

        own.set(5000);
        watch.look(Lane.direct());
        assertThat(asked).hasValue(2);
        assertThat(this.room.causes()).isEmpty();
    }

    @Test
    void foldersOfTheRealDiskAreOnOneDevice() throws Exception {
        DiskRoom.Room computer = DiskRoom.Room.ofThisComputer();
        Path below = Files.createDirectories(folder.resolve("below"));

        assertThat(computer.device(below)).isEqualTo(computer.device(folder));
        assertThatThrownBy(() -> {
                    computer.device(folder.resolve("gone"));
                    computer.of(folder.resolve("gone"));
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void theRealDiskHasRoom() throws Exception {
        assertThat(DiskRoom.Room.ofThisComputer().of(folder).bytes()).isPositive();
    }
}
