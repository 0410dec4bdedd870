package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading the list: what is recorded, and how far the watermark goes. */
class PurchaseInboxTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T06:00:00Z");

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void deliver(int from, int to) {
        for (int n = from; n <= to; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING.plusSeconds(n), Purchase.invoice("F" + n));
        }
    }

    private Optional<Watermark> watermark() {
        return bench.ledger.inTransaction(books -> books.receipts().watermark("acme"));
    }

    private long known() {
        return bench.invoices("acme").size();
    }

    @Test
    void recordsAllThatWaitedOverTheHolidays() {
        deliver(1, 120);

        Listing listing = bench.inbox.list("acme");

        assertThat(listing.found()).isEqualTo(120);
        assertThat(listing.trouble()).isEmpty();
        assertThat(bench.acme.calls(Call.LIST)).isEqualTo(4);
        assertThat(bench.count(InvoiceState.LISTED)).isEqualTo(120);
        assertThat(watermark().orElseThrow().createdOn()).isEqualTo(MORNING.plusSeconds(120));
    }

    @Test
    void recordsNothingTwice() {
        deliver(1, 40);
        bench.inbox.list("acme");

        assertThat(bench.inbox.list("acme").found()).isZero();

        assertThat(known()).isEqualTo(40);
    }

    @Test
    void thePagesReadBeforeAFailureAreRecordedButTheWatermarkStays() {
        deliver(1, 120);
        bench.acme.answer(Call.LIST, "3", FakeEConnect.temporary(), 1);

        Listing first = bench.inbox.list("acme");

        assertThat(first.trouble()).isPresent();
        assertThat(known()).isEqualTo(60);
        assertThat(watermark()).isEmpty();

        Listing second = bench.inbox.list("acme");

        assertThat(second.found()).isEqualTo(60);
        assertThat(known()).isEqualTo(120);
        assertThat(watermark().orElseThrow().createdOn()).isEqualTo(MORNING.plusSeconds(120));
    }

    @Test
    void aFailureLaterOnLeavesTheWatermarkWhereItWas() {
        deliver(1, 10);
        bench.inbox.list("acme");
        Watermark before = watermark().orElseThrow();
        bench.clock.advance(Duration.ofMinutes(15));
        deliver(11, 90);
        bench.acme.answer(Call.LIST, "2", FakeEConnect.temporary(), 1);

        bench.inbox.list("acme");

        assertThat(watermark()).contains(before);
        assertThat(known()).isEqualTo(30);
    }

    @Test
    void readsAgainFromADayBeforeTheNewest() {
        deliver(1, 3);
        bench.inbox.list("acme");

        bench.inbox.list("acme");

        assertThat(bench.acme.askedFrom)
                .containsExactly(
                        Optional.empty(), Optional.of(MORNING.plusSeconds(3).minus(Duration.ofHours(24))));
    }

    @Test
    void findsADocumentThatShowsLateWithAnOlderCreatedOn() {
        deliver(50, 60);
        bench.inbox.list("acme");
        deliver(7, 7);

        assertThat(bench.inbox.list("acme").found()).isOne();

        assertThat(bench.invoice("XCNIN7").state()).isEqualTo(InvoiceState.LISTED);
        assertThat(watermark().orElseThrow().createdOn()).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void takesAllThatShareOneCreatedOn() {
        bench.acme.pageSize = 2;
        for (int n = 1; n <= 5; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING, Purchase.invoice("F" + n));
        }
        bench.inbox.list("acme");
        bench.acme.deliver("XCNIN6", MORNING, Purchase.invoice("F6"));

        bench.inbox.list("acme");

        assertThat(known()).isEqualTo(6);
    }

    @Test
    void theFirstRunLeavesWhatSomebodyDownloadedBefore() {
        bench.acme.deliver("NEW", MORNING, 10, Purchase.invoice("F1"));
        bench.acme.deliver("OPENED", MORNING, 20, Purchase.invoice("F2"));
        bench.acme.deliver("DOWNLOADED", MORNING, 30, Purchase.invoice("F3"));
        bench.acme.deliver("PAID", MORNING, 70, Purchase.invoice("F4"));

        assertThat(bench.refresh().found()).isEqualTo(2);
        bench.refresh();

        assertThat(bench.invoice("DOWNLOADED").state()).isEqualTo(InvoiceState.SKIPPED);
        assertThat(bench.invoice("DOWNLOADED").reason().orElseThrow().code()).isEqualTo("purchase.downloaded-before");
        assertThat(bench.invoice("PAID").state()).isEqualTo(InvoiceState.SKIPPED);
        assertThat(bench.invoice("NEW").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.invoice("OPENED").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.events("PAID")).hasSize(1);
        assertThat(known()).isEqualTo(4);
    }

    @Test
    void theFirstRunIsOverOnlyWhenItsListWasComplete() {
        bench.acme.pageSize = 1;
        bench.acme.deliver("A", MORNING, 10, Purchase.invoice("F1"));
        bench.acme.deliver("B", MORNING, 30, Purchase.invoice("F2"));
        bench.acme.answer(Call.LIST, "2", FakeEConnect.temporary(), 1);
        bench.inbox.list("acme");

        bench.inbox.list("acme");

        assertThat(bench.invoice("B").state()).isEqualTo(InvoiceState.SKIPPED);
    }

    @Test
    void afterTheFirstRunWhatAPersonDownloadedIsFetchedToo() {
        bench.inbox.list("acme");
        bench.acme.deliver("A", MORNING, 30, Purchase.invoice("F1"));

        bench.inbox.list("acme");

        assertThat(bench.invoice("A").state()).isEqualTo(InvoiceState.LISTED);
        assertThat(bench.acme.askedFrom.get(1)).isEmpty();
    }

    @Test
    void receiveSinceTakesAllFromMidnightInTheNetherlands() {
        bench.receiveSince(LocalDate.of(2026, 7, 1));
        bench.acme.deliver("BEFORE", Instant.parse("2026-06-30T21:59:59Z"), 10, Purchase.invoice("F1"));
        bench.acme.deliver("PAID", Instant.parse("2026-06-30T22:00:00Z"), 70, Purchase.invoice("F2"));

        bench.inbox.list("acme");

        assertThat(bench.acme.askedFrom).containsExactly(Optional.of(Instant.parse("2026-06-30T22:00:00Z")));
        assertThat(bench.invoices("acme")).extracting(LedgerInvoice::externalId).containsExactly("PAID");
        assertThat(bench.invoice("PAID").state()).isEqualTo(InvoiceState.LISTED);
    }

    @Test
    void theOverlapNeverReachesBackBeforeReceiveSince() {
        bench.receiveSince(LocalDate.of(2026, 7, 1));
        bench.acme.deliver("BEFORE", Instant.parse("2026-06-30T21:00:00Z"), 70, Purchase.invoice("F1"));
        bench.acme.deliver("FIRST", Instant.parse("2026-06-30T23:00:00Z"), 70, Purchase.invoice("F2"));

        bench.inbox.list("acme");
        bench.inbox.list("acme");

        assertThat(bench.invoices("acme")).extracting(LedgerInvoice::externalId).containsExactly("FIRST");
    }

    @Test
    void anEmptyFirstRunSinceADayDoesNotOpenUpThePast() {
        bench.receiveSince(LocalDate.of(2026, 7, 1));
        bench.acme.deliver("BEFORE", Instant.parse("2026-01-05T10:00:00Z"), 10, Purchase.invoice("F1"));

        bench.inbox.list("acme");
        bench.inbox.list("acme");

        assertThat(known()).isZero();
    }

    @Test
    void aDocumentFromTheFutureDoesNotTakeTheWatermarkThere() {
        deliver(1, 1);
        bench.acme.deliver("FUTURE", Instant.parse("2031-01-01T00:00:00Z"), Purchase.invoice("F2"));
        bench.inbox.list("acme");

        assertThat(watermark().orElseThrow().createdOn()).isEqualTo(MORNING.plusSeconds(1));
        assertThat(known()).isEqualTo(2);
    }

    @Test
    void aDocumentWithoutATimeIsDatedWhenItWasSeen() {
        bench.acme.deliver("A", Instant.EPOCH, Purchase.invoice("F1"));

        bench.inbox.list("acme");

        assertThat(bench.receipt("A").createdOn()).isEqualTo(bench.clock.instant());
    }

    @Test
    void aDocumentThatIsListedTwiceIsOne() {
        bench.acme.deliver("A", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("A", MORNING, Purchase.invoice("F1"));

        assertThat(bench.inbox.list("acme").found()).isOne();

        assertThat(known()).isOne();
    }

    @Test
    void aListThatGoesRoundInCirclesIsATrouble() {
        deliver(1, 1);
        var circle = new ListPage(List.of(), Optional.of("1"));
        bench.acme.answer(Call.LIST, "1", new Reply.Done<>(circle), Integer.MAX_VALUE);

        Listing listing = bench.inbox.list("acme");

        assertThat(listing.trouble().orElseThrow().code()).isEqualTo("refresh.endless");
        assertThat(watermark()).isEmpty();
    }

    @Test
    void aPausedOrUnknownCompanyIsNotAsked() {
        bench.ledger.record(books -> books.pauses()
                .set(new Pause("acme", Channel.ALL, "paused", "", "", "jan", bench.clock.instant(), Optional.empty())));

        assertThat(bench.inbox.list("acme").trouble().orElseThrow().code()).isEqualTo("refresh.paused");
        assertThat(bench.inbox.list("nobody").trouble().orElseThrow().code()).isEqualTo("refresh.no-company");
        assertThat(bench.acme.calls(Call.LIST)).isZero();
    }
}
