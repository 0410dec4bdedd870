package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
}
