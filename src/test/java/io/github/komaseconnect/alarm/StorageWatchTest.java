package io.github.komaseconnect.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.folder.FolderHealth;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rests when a disk is nearly full or the archive has gone, who is told, and what ends it. */
class StorageWatchTest {
    private static final long ENDLESS = Long.MAX_VALUE / 2;

    @TempDir
    Path folder;

    private Dispatch dispatch;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme", "beta");
        dispatch.archive.prepare();
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void look(long reserve) {
        new StorageWatch(
                        dispatch.companies,
                        dispatch.ledger,
                        new AlarmBell(dispatch.ledger),
                        NodeCauses.of(dispatch.ledger),
                        reserve,
                        folder.resolve("data"),
                        folder.resolve("archive"),
                        dispatch.clock)
                .look();
    }

    private List<Pause> pauses() {
        return dispatch.ledger.inTransaction(books -> books.pauses().all());
    }

    private List<Alarm> told() {
        return dispatch.ledger.inTransaction(books -> books.alarms().toMail());
    }

    private long free() {
        return FolderHealth.freeSpace(folder).orElseThrow();
    }

    @Test
    void belowTheReserveEveryCompanyRestsWithOneAlarm() throws Exception {
        dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        look(ENDLESS);
        look(ENDLESS);

        assertThat(pauses())
                .extracting(pause -> pause.company() + " " + pause.channel())
                .containsExactly("acme ALL", "beta ALL");
        assertThat(told()).extracting(Alarm::cause).containsExactly("storage/");
        assertThat(dispatch.take()).isEmpty();

        look(0);

        assertThat(pauses()).isEmpty();
        assertThat(dispatch.take()).hasSize(1);
        assertThat(dispatch.ledger.inTransaction(books -> books.alarms().open()).size())
                .isZero();
    }

    @Test
    void aLittleMoreThanTheReserveIsEnoughToGoOnButNotToBeginAgain() {
        // far enough from both for whatever else goes on on this disk
        long reserve = (long) (free() / 1.05);

        look(reserve);
        assertThat(pauses()).isEmpty();
        look(ENDLESS);
        look(reserve);
        assertThat(pauses()).hasSize(2);
        look(free() / 2);

        assertThat(pauses()).isEmpty();
        assertThat(told()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatAPersonPausedStaysPaused() {
        dispatch.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme",
                        Channel.ALL,
                        "paused",
                        "Gepauzeerd",
                        "Paused",
                        "jan",
                        dispatch.clock.instant(),
                        Optional.empty())));
        look(ENDLESS);
        look(0);

        assertThat(pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.who()).isEqualTo("jan");
            assertThat(pause.company()).isEqualTo("acme");
        });
    }

    @Test
    void whoResumesACompanyWhileTheDiskIsFullIsOverruled() {
        look(ENDLESS);
        dispatch.ledger.record(books -> books.pauses().end("acme", Channel.ALL));

        look(ENDLESS);

        assertThat(pauses()).hasSize(2).allMatch(pause -> pause.who().equals(LedgerEvent.RUNTIME));
        assertThat(told()).hasSize(1);
    }

    @Test
    void anArchiveThatHasGoneRestsAllAndIsNotMadeAnew() throws Exception {
        Path archive = folder.resolve("archive");
        Path away = folder.resolve("away");
        Files.move(archive, away);
        look(0);

        assertThat(pauses()).hasSize(2).allMatch(pause -> pause.reasonCode().equals("folder.archive"));
        Archive sameArchive = dispatch.archive;
        assertThat(catchThrowable(() -> sameArchive.file("acme/x", "document.xml")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(archive).doesNotExist();
        Files.move(away, archive);
        look(0);

        assertThat(pauses()).isEmpty();
        assertThat(sameArchive.file("acme/x", "document.xml")).isEqualTo(archive.resolve("acme/x/document.xml"));
    }
}
