package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.CountedLedger;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each document to one worker, and no company all of the workers. */
class DueReceiptsTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        for (int n = 1; n <= 20; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING.plusSeconds(n), Purchase.invoice("F" + n));
        }
        bench.inbox.list("acme");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCompanyLeavesRoomForTheOthersEvenBeforeTheyHaveAnything() {
        assertThat(bench.due.take()).hasSize(3);
        assertThat(bench.due.take()).isEmpty();

        bench.beta.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.inbox.list("beta");

        assertThat(bench.due.take()).extracting(Receipt::company).containsExactly("beta");
    }

    @Test
    void nothingIsHandedOutTwice() {
        List<Receipt> first = bench.due.take();
        bench.due.release(first.get(0));
        assertThat(bench.due.take()).as("nothing was recorded of it").isEmpty();
        bench.clock.advance(Duration.ofSeconds(1));

        assertThat(bench.due.take())
                .extracting(Receipt::invoiceId)
                .containsExactly(first.get(0).invoiceId());
        assertThat(bench.due.isBusy("acme")).isTrue();
        assertThat(bench.due.isBusy("beta")).isFalse();
    }

    @Test
    void whatIsNoLongerConfiguredWaits() {
        bench.companies = new Companies(List.of(bench.companies.get("beta")));
        bench.restart();

        assertThat(bench.due.take()).isEmpty();
    }

    @Test
    void inABurstNotEachDocumentCostsALookAtTheLedger() {
        AtomicInteger looks = alone();
        List<Receipt> taken = new ArrayList<>(bench.due.take());
        assertThat(taken).hasSize(6);

        for (int n = 0; n < 14; n++) {
            Receipt done = taken.get(n);
            bench.due.release(done, done.at(InvoiceState.RECEIVED));
            taken.addAll(bench.due.take());
        }

        assertThat(taken)
                .extracting(Receipt::externalId)
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(looks).hasValue(1);
    }

    @Test
    void whatDidNotGoWellMayBeAReasonToLookAgain() {
        AtomicInteger looks = alone();
        Receipt first = bench.due.take().get(0);
        bench.ledger.record(books -> books.receipts().next(first.invoiceId(), Optional.of(MORNING), 1));
        bench.ledger.record(books -> books.pauses().set(stop(bench.clock.instant())));

        bench.due.release(first, first);

        assertThat(bench.due.take()).as("the company was stopped meanwhile").isEmpty();
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatIsSaidByOthersIsSeenWithinAMoment() {
        AtomicInteger looks = alone();
        Receipt first = bench.due.take().get(0);
        bench.ledger.record(books -> books.pauses().set(stop(bench.clock.instant())));
        bench.clock.advance(ReadAhead.COUNTS_FOR);

        bench.due.release(first, first.at(InvoiceState.RECEIVED));

        assertThat(bench.due.take()).isEmpty();
        assertThat(looks).hasValue(2);
    }

    @Test
    void whoDoesNotSayWhatCameOfItIsNotTakenToHaveDoneWell() {
        AtomicInteger looks = alone();
        List<Receipt> taken = bench.due.take();

        bench.due.release(taken.get(0));
        bench.due.take();
        bench.due.release(taken.get(1), "something else");
        bench.due.take();

        assertThat(looks).hasValue(3);
    }

    @Test
    void aCompanyThatGoesGetsNothingMoreOfWhatWasReadAhead() {
        alone();
        Receipt first = bench.due.take().get(0);
        bench.companies.release("acme");

        bench.due.release(first, first.at(InvoiceState.RECEIVED));

        assertThat(bench.due.take()).isEmpty();
    }

    private static Pause stop(Instant since) {
        return new Pause("acme", Channel.ALL, "test", "nl", "en", "somebody", since, Optional.empty());
    }

    /** Acme is the only company from now on; how often the ledger is looked at. */
    private AtomicInteger alone() {
        CountedLedger counted = new CountedLedger(bench.ledger);
        bench.books = counted;
        bench.companies = new Companies(List.of(bench.companies.get("acme")));
        bench.restart();
        return counted.readings;
    }
}
