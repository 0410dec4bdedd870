package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices with which nothing goes on. */
class OldWorkTest {
    private static final String ON_ITS_WAY = "old/acme/on-its-way";
    private static final String HELD = "old/acme/held";

    @TempDir
    Path folder;

    private WatchRoom room;
    private OldWork watch;

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
        watch = new OldWork(room.companies, room.ledger, room.alarms, Duration.ZERO, room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void after(Duration time) {
        room.clock.advance(time);
        watch.look(Lane.direct());
    }

    @Test
    void waitingRetryingAndInDoubtAreToldAfterADayAndOverWhenTheLastIsDone() {
        long waiting = room.sell(DocumentType.INVOICE, "1001", InvoiceState.ON_ITS_WAY);
        room.deliver(waiting);
        long doubtful = room.sell(DocumentType.INVOICE, "1002", InvoiceState.ON_ITS_WAY);
        long delivery = room.deliver(doubtful);
        room.ledger.record(books -> books.deliveries()
                .state(delivery, DeliveryState.IN_DOUBT, Optional.of(room.clock.instant()), Optional.empty()));
        room.sell(DocumentType.INVOICE, "1003", InvoiceState.ACCEPTED);
        room.sell("1004");

        after(Duration.ofHours(23));
        assertThat(room.causes()).isEmpty();
        // tried again and again: that it changed lately does not make it young
        room.ledger.record(books -> books.invoices().place(waiting, Place.OUTBOX, "F"));
        after(Duration.ofHours(2));
        after(Duration.ofMinutes(1));
        assertThat(room.causes()).containsExactly(ON_ITS_WAY);
        assertThat(room.touches(ON_ITS_WAY))
                .extracting(touch -> touch.substring(0, 13))
                .containsExactlyInAnyOrder("1001 (Bakker)", "1002 (Bakker)", "1003 (Bakker)");

        room.ledger.record(books -> LongStream.of(waiting, doubtful, doubtful + 1)
                .forEach(id -> books.invoices().state(id, InvoiceState.SENT, Optional.empty())));
        after(Duration.ofMinutes(1));
        assertThat(room.causes()).isEmpty();
    }

    @Test
    void aDelayOnPurposeIsNoAge() {
        room.deliver(room.sell(DocumentType.INVOICE, "1001", InvoiceState.ON_ITS_WAY));
        watch = new OldWork(room.companies, room.ledger, room.alarms, Duration.ofHours(48), room.clock);

        after(Duration.ofHours(71));
        assertThat(room.causes()).isEmpty();
        after(Duration.ofHours(2));
        assertThat(room.causes()).containsExactly(ON_ITS_WAY);
    }

    @Test
    void whatIsHeldAndNobodyLooksAfterIsToldAgainAfterThreeDays() {
        long held = room.sell(DocumentType.INVOICE, "1001", InvoiceState.HELD);
        after(Duration.ofHours(71));
        assertThat(room.causes()).isEmpty();
        after(Duration.ofHours(2));
        assertThat(room.causes()).containsExactly(HELD);

        room.ledger.record(books -> books.invoices().state(held, InvoiceState.CANCELLED, Optional.empty()));
        after(Duration.ofMinutes(1));
        assertThat(room.causes()).isEmpty();
    }

    @Test
    void whatIsStampedInTheFutureIsNotYoungForEver() {
        room.clock.advance(Duration.ofDays(365));
        room.deliver(room.sell(DocumentType.INVOICE, "1001", InvoiceState.ON_ITS_WAY));

        after(Duration.ofDays(-365));

        assertThat(room.causes()).containsExactly(ON_ITS_WAY);
    }
}
