package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.InvoiceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that were left out. */
class NumberGapsTest {
    private static final String CAUSE = "gaps/acme";

    @TempDir
    Path folder;

    private WatchRoom room;
    private NumberGaps watch;

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
        watch = new NumberGaps(room.companies, room.ledger, room.alarms, room.clock);
        look();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void look() {
        watch.look(Lane.direct());
    }

    private void aDayLater() {
        look();
        room.clock.advance(Duration.ofHours(25));
        look();
    }

    @Test
    void aNumberThatIsLeftOutIsToldOnceAndItsEndToo() {
        room.sell("F2026-0101");
        room.sell("F2026-0103");
        look();
        assertThat(room.causes()).as("Komas may write in another order").isEmpty();

        aDayLater();
        look();
        assertThat(room.touches(CAUSE)).containsExactly("F2026-0102");
        assertThat(room.raised(CAUSE)).isEqualTo(1);

        room.sell("F2026-0102");
        look();
        assertThat(room.causes()).isEmpty();
    }

    @Test
    void anotherOrderIsNoGap() {
        for (String number : List.of("F2026-0104", "F2026-0102", "F2026-0103", "F2026-0106", "F2026-0105")) {
            room.sell(number);
        }

        aDayLater();

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void theFirstNumberHasNothingBeforeItAndEveryYearIsASeries() {
        room.sell("20260998");
        room.sell("20260999");
        room.clock.set(WatchRoom.at("2027-01-04T10:00"));
        room.sell("20270001");
        room.sell("20270002");

        aDayLater();

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void creditNotesMayShareTheNumbersOfInvoicesOrHaveTheirOwn() {
        room.sell("1001");
        room.sell(DocumentType.CREDIT_NOTE, "1002", InvoiceState.SENT);
        room.sell("1003");
        room.sell(DocumentType.CREDIT_NOTE, "1006", InvoiceState.SENT);
        room.sell("1004");
        room.sell("1005");

        aDayLater();

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void whatIsHeldOrCancelledIsNotMissing() {
        room.sell("1001");
        room.sell(DocumentType.INVOICE, "1002", InvoiceState.HELD);
        room.sell(DocumentType.INVOICE, "1003", InvoiceState.CANCELLED);
        room.sell("1004");

        aDayLater();

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void aLeapIsAnotherRange() {
        room.sell("1001");
        room.sell("80001");
        room.sell("80003");

        aDayLater();

        assertThat(room.touches(CAUSE)).containsExactly("80002");
    }

    @Test
    void aPersonSaysThatItIsFineForEver() {
        room.sell("1001");
        room.sell("1004");
        aDayLater();
        assertThat(room.touches(CAUSE)).containsExactly("1002", "1003");

        List<String> accepted = room.ledger.inTransaction(
                books -> books.watching().numbers().accept("acme", List.of("1002", "1003", "9999"), "els"));
        look();

        assertThat(accepted).containsExactly("1002", "1003");
        assertThat(room.causes()).isEmpty();
        room.sell("1005");
        aDayLater();
        assertThat(room.causes()).isEmpty();
    }

    @Test
    void whatWasThereBeforeTheFirstStartIsNotRead() throws Exception {
        room.close();
        room = new WatchRoom(folder.resolve("other"), WatchRoom.USUAL);
        room.sell("1001");
        room.sell("1009");
        watch = new NumberGaps(room.companies, room.ledger, room.alarms, room.clock);

        aDayLater();

        assertThat(room.causes()).isEmpty();
    }

    @Test
    void aThousandNumbersAreReadInTurns() {
        for (int number = 1; number <= 1000; number++) {
            if (number != 500) {
                room.sell("F-" + number);
            }
        }

        aDayLater();

        assertThat(room.touches(CAUSE)).containsExactly("F-500");
    }
}
