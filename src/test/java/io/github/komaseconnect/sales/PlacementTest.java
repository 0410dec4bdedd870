package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.CountedLedger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of several invoices that are moved together. */
class PlacementTest {
    private static final int MANY = 60;

    @TempDir
    private Path folder;

    private PostRoom room;
    private CountedLedger ledger;
    private Placement placement;
    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        room = PostRoom.open(folder);
        for (int n = 1; n <= MANY; n++) {
            room.export(n + ".xml", Documents.invoice("2026-" + n));
        }
        room.settle();
        room.invoices("acme").forEach(invoice -> ids.add(invoice.id()));
        ledger = new CountedLedger(room.ledger);
        placement = new Placement(room.companies, ledger, room.archive, room.alarms, room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void toHeld(List<Long> invoices) {
        room.ledger.record(books -> invoices.forEach(id -> books.invoices()
                .place(id, Place.HELD, books.invoices().find(id).orElseThrow().stem())));
    }

    private List<Long> unplaced() {
        return room.ledger.inTransaction(books -> books.invoices().unplaced()).stream()
                .map(LedgerInvoice::id)
                .toList();
    }

    @Test
    void areReadAndRecordedTogether() throws Exception {
        toHeld(ids);

        assertThat(placement.carryOut(ids)).extracting(LedgerInvoice::id).isEqualTo(ids);

        assertThat(ledger.readings).as("of 50 and of 10").hasValue(2);
        assertThat(ledger.later).hasValue(2);
        assertThat(unplaced()).isEmpty();
        assertThat(room.files("held")).hasSize(MANY);
        assertThat(room.files("outbox")).isEmpty();
    }

    @Test
    void whatIsInItsPlaceIsLeftAlone() {
        List<Long> two = List.of(ids.get(4), ids.get(7));
        toHeld(two);

        assertThat(placement.carryOut(ids)).extracting(LedgerInvoice::id).isEqualTo(two);
        assertThat(unplaced()).isEmpty();
        assertThat(placement.carryOut(ids)).isEmpty();

        assertThat(ledger.later).hasValue(1);
    }

    @Test
    void oneThatCannotBeMovedKeepsNoOtherFromIt() throws Exception {
        LedgerInvoice stuck = room.invoice(ids.get(1));
        // a folder with a file in it, where the file is to be: nobody can put it aside or write over it
        Path inTheWay = Files.createDirectories(room.folder("held").resolve(stuck.stem() + ".xml"));
        Files.createFile(inTheWay.resolve("iets"));
        List<Long> three = ids.subList(0, 3);
        toHeld(three);

        placement.carryOut(three);

        assertThat(unplaced()).containsExactly(stuck.id());
        assertThat(room.alarmCauses()).contains("folder/acme/place");
        Files.delete(inTheWay.resolve("iets"));
        Files.delete(inTheWay);
        placement.carryOut(three);
        assertThat(unplaced()).isEmpty();
        assertThat(room.alarmCauses()).doesNotContain("folder/acme/place");
    }

    @Test
    void theSameMovesFoundByTwoStepsAreDoneOnce() throws Exception {
        List<Long> back = new ArrayList<>(ids);
        Collections.reverse(back);
        ExecutorService steps = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 3; round++) {
                toHeld(ids);
                List<Future<?>> done = new ArrayList<>();
                for (List<Long> some : List.of(ids, back, ids.subList(20, 40), List.of(ids.get(30)))) {
                    done.add(steps.submit(() -> placement.carryOut(some)));
                }
                for (Future<?> one : done) {
                    one.get(60, TimeUnit.SECONDS);
                }
                assertThat(unplaced()).isEmpty();
                assertThat(room.files("held")).hasSize(MANY);
            }
        } finally {
            steps.shutdownNow();
        }
        assertThat(room.eventKinds(ids.get(30))).doesNotContain("restored");
        assertThat(room.files("outbox")).isEmpty();
    }
}
