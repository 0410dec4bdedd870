package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the list cannot be read: who is told, when it is tried again, what rests and what wakes it. */
class RefreshTroubleTest {
    private static final int ALWAYS = Integer.MAX_VALUE;

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

    private Optional<Pause> pause(Channel channel) {
        return bench.ledger.inTransaction(books -> books.pauses().find("acme", channel));
    }

    @Test
    void aMomentsTroubleIsToldToNobodyAndTriedAgainSoon() {
        bench.acme.answer(Call.LIST, "", FakeEConnect.temporary(), 1);
        bench.inbox.list("acme");

        assertThat(bench.inbox.overdue()).isEmpty();
        bench.clock.advance(Duration.ofSeconds(30));
        assertThat(bench.inbox.overdue()).containsExactly("acme");
        bench.inbox.list("acme");

        assertThat(bench.inbox.overdue()).isEmpty();
        assertThat(bench.allAlarms()).isEmpty();
    }

    @Test
    void aTroubleThatStaysIsToldOnceAndItsEndToo() {
        bench.acme.answer(Call.LIST, "", FakeEConnect.temporary(), 9);
        for (int n = 0; n < 9; n++) {
            bench.inbox.list("acme");
        }

        assertThat(bench.openAlarms()).extracting(Alarm::cause).containsExactly("refresh/acme");

        bench.inbox.list("acme");

        assertThat(bench.openAlarms()).isEmpty();
        assertThat(bench.allAlarms()).hasSize(1);
    }

    @Test
    void itIsTriedEverLessOften() {
        bench.acme.answer(Call.LIST, "", FakeEConnect.temporary(), ALWAYS);
        bench.inbox.list("acme");
        bench.inbox.list("acme");
        bench.inbox.list("acme");

        bench.clock.advance(Duration.ofSeconds(119));
        assertThat(bench.inbox.overdue()).isEmpty();
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(bench.inbox.overdue()).containsExactly("acme");
    }

    @Test
    void refusedKeysPauseTheCompanyWithOneAlarmUntilTheyAreRight() {
        bench.acme.answer(Call.LIST, "", FakeEConnect.blocked("econnect.keys-refused"), 3);
        bench.inbox.list("acme");
        bench.inbox.list("acme");
        bench.inbox.list("acme");

        assertThat(pause(Channel.ECONNECT)).isPresent();
        assertThat(bench.openAlarms()).hasSize(1);
        assertThat(bench.openAlarms().get(0).reason().code()).isEqualTo("econnect.keys-refused");

        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(bench.inbox.overdue()).containsExactly("acme");
        bench.inbox.list("acme");

        assertThat(pause(Channel.ECONNECT)).isEmpty();
        assertThat(bench.openAlarms()).isEmpty();
        assertThat(bench.allAlarms()).hasSize(1);
    }

    @Test
    void whileKeysAreRefusedNothingIsFetchedAndNothingIsLost() {
        bench.acme.deliver("A", bench.clock.instant(), Purchase.invoice("F1"));
        bench.inbox.list("acme");
        bench.acme.answer(Call.LIST, "", FakeEConnect.blocked("econnect.keys-refused"), 1);
        bench.refresh();

        assertThat(bench.acme.calls(Call.DOCUMENT)).isZero();

        bench.refresh();

        assertThat(bench.acme.calls(Call.DOCUMENT)).isOne();
    }

    @Test
    void aMissingPermissionEndsWithTheListThatIsAllowedAgain() {
        bench.acme.answer(Call.LIST, "", FakeEConnect.blocked("econnect.no-permission"), 1);
        bench.inbox.list("acme");
        assertThat(bench.openAlarms()).hasSize(1);

        bench.inbox.list("acme");

        assertThat(pause(Channel.ECONNECT)).isEmpty();
        assertThat(pause(Channel.RECEIVING)).isEmpty();
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void oneCompanysTroubleIsNotTheOthers() {
        bench.acme.answer(Call.LIST, "", FakeEConnect.blocked("econnect.balance-blocked"), ALWAYS);
        bench.acme.deliver("A", bench.clock.instant(), Purchase.invoice("F1"));
        bench.beta.deliver("B", bench.clock.instant(), Purchase.invoice("F1"));
        bench.inbox.list("acme");
        bench.inbox.list("beta");
        bench.work();

        assertThat(bench.invoices("beta")).hasSize(1).allMatch(invoice -> invoice.state() == InvoiceState.RECEIVED);
        assertThat(bench.invoices("acme")).isEmpty();
    }

    @Test
    void aMomentThatWasMissedIsCaughtUp() {
        bench.inbox.list("acme");
        bench.inbox.list("beta");
        assertThat(bench.inbox.overdue()).isEmpty();

        bench.clock.set(Instant.parse("2026-11-22T09:17:30Z"));
        assertThat(bench.inbox.overdue()).containsExactly("acme", "beta");
        bench.inbox.list("acme");

        assertThat(bench.inbox.overdue()).containsExactly("beta");
    }

    @Test
    void aPausedCompanyIsNotCaughtUp() {
        bench.inbox.list("acme");
        bench.clock.advance(Duration.ofHours(1));
        bench.ledger.record(books -> books.pauses()
                .set(new Pause("acme", Channel.ALL, "paused", "", "", "jan", bench.clock.instant(), Optional.empty())));

        assertThat(bench.inbox.overdue()).isEmpty();
    }
}
