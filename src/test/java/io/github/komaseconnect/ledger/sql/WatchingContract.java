package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.NumberBook;
import io.github.komaseconnect.ledger.NumberBook.Series;
import io.github.komaseconnect.ledger.Watching.LongestWaits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the watches ask of any ledger. */
abstract class WatchingContract extends HookContract {
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void remembersMarksAndSetBacks() {
        long invoice = add("W-1", "W_1");
        ledger().record(books -> {
            books.watching().mark("contract", 1);
            books.watching().mark("contract", 2);
            assertThat(books.watching().mark("contract")).contains(2L);
            long delivery = books.deliveries().add(invoice, "acme", byPeppol(), Instant.EPOCH.plusMillis(1));
            long attempt = books.deliveries().open(delivery).id();
            Duration before = books.watching().clockSetBackSince(attempt);
            books.watching().clockSetBack(Duration.ofHours(1));
            books.watching().clockSetBack(Duration.ofHours(2));
            assertThat(books.watching().clockSetBackSince(attempt).minus(before))
                    .isEqualTo(Duration.ofHours(3));
            assertThat(books.watching().clockSetBackSince(attempt + 1)).isZero();
        });
    }

    @Test
    void pullsBackWhatWaitsForYears() {
        long invoice = add("W-2", "W_2");
        Instant now = Instant.parse("2090-01-01T00:00:00Z");
        LongestWaits longest = new LongestWaits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
        ledger().record(books -> {
            long delivery = books.deliveries().add(invoice, "acme", byPeppol(), FUTURE);
            books.deliveries().state(delivery, DeliveryState.WAITING, Optional.of(FUTURE), Optional.of(FUTURE));
            assertThat(books.watching().waitingBeyond(longest, now)).contains("acme");
            assertThat(books.watching().pullBack("beta", longest, now)).isZero();
            assertThat(books.watching().pullBack("acme", longest, now)).isEqualTo(1);
            assertThat(books.watching().pullBack("acme", longest, now)).isZero();
            assertThat(books.watching().waitingBeyond(longest, now)).doesNotContain("acme");
            assertThat(books.deliveries().find(delivery).orElseThrow().dueAt()).contains(now);
            assertThat(books.deliveries().find(delivery).orElseThrow().failingSince())
                    .contains(now);
        });
    }

    @Test
    void knowsWhatIsOld() {
        long held = add("W-3", "W_3");
        long onItsWay = add("W-4", "W_4");
        ledger().record(books -> {
            books.invoices().state(held, InvoiceState.HELD, Optional.of(REASON));
            books.invoices().state(onItsWay, InvoiceState.ON_ITS_WAY, Optional.empty());
            books.deliveries().add(onItsWay, "acme", byPeppol(), Instant.EPOCH.plusMillis(1));
            assertThat(books.watching().heldSince("acme", FUTURE, 1000))
                    .extracting(old -> old.invoice().id())
                    .contains(held)
                    .doesNotContain(onItsWay);
            assertThat(books.watching().workedOnSince("acme", FUTURE, 1000))
                    .extracting(old -> old.invoice().id())
                    .contains(onItsWay)
                    .doesNotContain(held);
            assertThat(books.watching().workedOnSince("acme", Instant.EPOCH, 1000))
                    .isEmpty();
        });
    }

    @Test
    void knowsWhenSomethingWasReceivedByTheHour() {
        ledger().record(books -> {
            for (int minute = 0; minute < 3; minute++) {
                long id = books.invoices().add(sales("W-R" + minute, "W_R" + minute));
                books.receipts()
                        .add(
                                id,
                                "watched",
                                "W" + minute,
                                Gateway.PLATFORM,
                                Instant.EPOCH.plusSeconds(60L * minute + 7),
                                Optional.empty());
            }
            assertThat(books.watching().received("watched", Instant.EPOCH))
                    .containsExactly(Instant.EPOCH.plusSeconds(127));
            assertThat(books.watching().received("watched", FUTURE)).isEmpty();
        });
    }

    @Test
    void keepsSeriesAndGaps() {
        ledger().record(books -> {
            NumberBook numbers = books.watching().numbers();
            long before = numbers.newestInvoice();
            long invoice = books.invoices().add(sales("G-6", "G_6"));
            assertThat(numbers.after(before, 10))
                    .extracting(NumberBook.Numbered::invoiceId)
                    .containsExactly(invoice);
            long id = numbers.addSeries(new Series(0, "acme", "INVOICE", "G-", "", 0, 3));
            Series series = new Series(id, "acme", "INVOICE", "G-", "", 2, 9);
            numbers.update(series);
            assertThat(numbers.series("acme", "INVOICE", "G-", "")).contains(series);
            for (long running = 4; running < 9; running++) {
                numbers.missing(series, running, "G-" + running, Instant.EPOCH.plusSeconds(1));
                numbers.missing(series, running, "G-" + running, Instant.EPOCH.plusSeconds(2));
            }
            numbers.came(series, 5);
            numbers.closeKnown("acme");
            assertThat(numbers.accept("acme", List.of("G-7", "G-5"), "els")).containsExactly("G-7");
            assertThat(numbers.missing("acme", FUTURE))
                    .extracting(NumberBook.Gap::number)
                    .containsExactly("G-4", "G-8");
            assertThat(numbers.missing("acme", Instant.EPOCH)).isEmpty();
        });
    }
}
