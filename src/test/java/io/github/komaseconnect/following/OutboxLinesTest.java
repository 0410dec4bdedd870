package io.github.komaseconnect.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of an outbox that are taken in together. */
class OutboxLinesTest {
    private static final int MANY = 101;

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private Counted ledger;
    private OutboxLines lines;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        ledger = new Counted(dispatch.ledger);
        lines = new OutboxLines(ledger, new Tidings(dispatch.clock), dispatch.placement, foreign -> {}, dispatch.clock);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private List<Long> sent(int count) throws Exception {
        List<Long> deliveries = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            long id = dispatch.add("acme", "2026-" + n, SendingMethod.PEPPOL);
            dispatch.ledger.record(books -> {
                books.deliveries().open(id);
                books.deliveries().delivered(id, "XENL" + id);
            });
            deliveries.add(id);
        }
        return deliveries;
    }

    private List<InboxEntry> page(List<Long> deliveries) {
        return deliveries.stream()
                .map(id -> new InboxEntry(
                        "XENL" + id,
                        "Factuur",
                        dispatch.clock.instant(),
                        dispatch.clock.instant(),
                        "",
                        "",
                        10,
                        "ToPeppol"))
                .toList();
    }

    private Optional<Transit> transit(long delivery) {
        return dispatch.ledger
                .reading(books -> books.following().find(delivery))
                .map(Followed::transit);
    }

    private long told(long delivery) {
        return dispatch.ledger.reading(books -> {
            Delivery found = books.deliveries().find(delivery).orElseThrow();
            return books.events().of(found.invoiceId()).stream()
                    .map(LedgerEvent::kind)
                    .filter(Tidings.FOLLOWED::equals)
                    .count();
        });
    }

    @Test
    void manyAreTakenInByFewTransactionsAndToldOnce() throws Exception {
        List<Long> deliveries = sent(MANY);

        assertThat(lines.take("acme", page(deliveries))).isEmpty();
        assertThat(ledger.transactions).isEqualTo(2);
        lines.take("acme", page(deliveries));

        assertThat(ledger.transactions).as("what says nothing new").isEqualTo(2);
        assertThat(deliveries).allSatisfy(id -> {
            assertThat(transit(id)).contains(Transit.DELIVERED);
            assertThat(told(id)).isEqualTo(1);
        });
    }

    @Test
    void whereTheyCannotBeTakenInTogetherEachIsTakenInByItself() throws Exception {
        List<Long> deliveries = sent(3);
        ledger.failing = 1;

        lines.take("acme", page(deliveries));

        assertThat(ledger.transactions).isEqualTo(4);
        assertThat(IntStream.range(0, 3).mapToObj(n -> transit(deliveries.get(n))))
                .containsOnly(Optional.of(Transit.DELIVERED));
    }

    /** Counts transactions; the first {@code failing} of them end in a rollback. */
    private static final class Counted implements Ledger {
        private final Ledger ledger;
        private int transactions;
        private int failing;

        Counted(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public <T> T inTransaction(Function<Books, T> work) {
            transactions++;
            return ledger.inTransaction(books -> {
                T result = work.apply(books);
                if (failing > 0) {
                    failing--;
                    throw new IllegalStateException("one of them cannot be written");
                }
                return result;
            });
        }

        @Override
        public <T> T reading(Function<Books, T> work) {
            return ledger.reading(work);
        }

        @Override
        public void soon(Consumer<Books> work) {
            ledger.soon(work);
        }

        @Override
        public void close() {
            ledger.close();
        }
    }
}
