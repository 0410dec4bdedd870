package io.github.komaseconnect.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.Placement;
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
        Placement placement =
                new Placement(dispatch.companies, ledger, dispatch.archive, new AlarmBell(ledger), dispatch.clock);
        lines = new OutboxLines(ledger, new Tidings(dispatch.clock), placement, foreign -> {}, dispatch.clock);
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

    @Test
    void whatMovesNoFileAsksForNone() throws Exception {
        List<Long> deliveries = sent(3);

        lines.take("acme", page(deliveries));

        assertThat(ledger.readings).as("which lines say something new").isEqualTo(1);
        assertThat(deliveries).allSatisfy(id -> assertThat(told(id)).isEqualTo(1));
    }

    @Test
    void oneThatArrivedAfterAllGoesBackToWhatWasSent() throws Exception {
        long delivery = sent(1).get(0);
        Tidings tidings = new Tidings(dispatch.clock);
        Delivery given = dispatch.ledger.inTransaction(
                books -> books.deliveries().find(delivery).orElseThrow());
        Sighting failed = Sighting.of(dispatch.clock.instant().minusSeconds(60), Transit.FAILED);
        dispatch.ledger.record(books -> {
            books.invoices().sent(given.invoiceId(), Optional.of("XENL" + delivery), "2026-11/FACTUUR_2026-1");
            assertThat(tidings.take(books, given, failed)).isTrue();
            assertThat(tidings.take(books, given, failed)).as("said twice").isFalse();
        });
        dispatch.placement.carryOut(given.invoiceId());
        assertThat(held("FACTUUR_2026-1.xml")).exists();

        lines.take("acme", page(List.of(delivery)));

        assertThat(held("FACTUUR_2026-1.xml")).doesNotExist();
        InvoiceState state = dispatch.ledger.inTransaction(
                books -> books.invoices().find(given.invoiceId()).orElseThrow().state());
        assertThat(state).isEqualTo(InvoiceState.SENT);
    }

    private Path held(String name) {
        return dispatch.companies.get("acme").folders().held().resolve(name);
    }

    @Test
    void oneWhoseAcceptanceWasRecordedMeanwhileIsTakenIn() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        dispatch.ledger.record(books -> books.deliveries()
                .begin(
                        delivery,
                        Optional.of(new Delivery.Passage(Gateway.PLATFORM, "XENL" + delivery)),
                        dispatch.clock.instant()));
        ledger.meanwhile =
                () -> dispatch.ledger.record(books -> books.deliveries().delivered(delivery, "XENL" + delivery));

        lines.take("acme", page(List.of(delivery)));

        assertThat(transit(delivery)).contains(Transit.DELIVERED);
        assertThat(told(delivery)).isEqualTo(1);
    }

    @Test
    void oneThatBeganToBeFollowedMeanwhileIsToldOnce() throws Exception {
        List<Long> deliveries = sent(2);
        ledger.meanwhile = () -> lines.take("acme", page(deliveries.subList(0, 1)));

        lines.take("acme", page(deliveries));

        assertThat(deliveries).allSatisfy(id -> {
            assertThat(transit(id)).contains(Transit.DELIVERED);
            assertThat(told(id)).isEqualTo(1);
        });
    }

    /** Counts transactions; the first {@code failing} of them end in a rollback. */
    private static final class Counted implements Ledger {
        private final Ledger ledger;
        private int transactions;
        private int readings;
        /** What happens, once, between reading and the first transaction. */
        private Runnable meanwhile = () -> {};

        private int failing;

        Counted(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public <T> T inTransaction(Function<Books, T> work) {
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
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
            readings++;
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
