package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** eConnect refuses the documents of a company, for a cause that concerns them all. */
class BlockedReceivingTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final String BALANCE = "econnect.balance-blocked";
    private static final String PERMISSION = "econnect.no-permission";
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        for (int n = 1; n <= 10; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING.plusSeconds(n), Purchase.invoice("F" + n));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Optional<Pause> pause(Channel channel) {
        return bench.ledger.inTransaction(books -> books.pauses().find("acme", channel));
    }

    private void sixHours() {
        for (int quarter = 0; quarter < 24; quarter++) {
            bench.clock.advance(Duration.ofMinutes(15));
            bench.refresh();
        }
    }

    @Test
    void whileTheListWorksAndDocumentsAreRefusedThereIsOneAlarmAndFewCalls() {
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked(BALANCE), ALWAYS);
        bench.refresh();
        sixHours();

        assertThat(bench.allAlarms()).hasSize(1);
        assertThat(bench.openAlarms()).hasSize(1);
        assertThat(bench.openAlarms().get(0).touches()).hasSizeLessThanOrEqualTo(6);
        // one probe each quarter, besides those in hand at first
        assertThat(bench.acme.calls(Call.DOCUMENT)).isBetween(24, 32);
        assertThat(bench.count(InvoiceState.LISTED)).isEqualTo(10);
    }

    @Test
    void aProbeFindsOutThatItIsOverAlsoWhenTheCompanySendsNothingAndNoListIsRead() {
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked(BALANCE), ALWAYS);
        bench.refresh();
        assertThat(pause(Channel.RECEIVING)).isPresent();
        bench.acme.heal();
        bench.later(Duration.ofMinutes(4));
        assertThat(bench.count(InvoiceState.RECEIVED)).isZero();

        bench.later(Duration.ofMinutes(1));

        assertThat(pause(Channel.RECEIVING)).isEmpty();
        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(10);
        assertThat(bench.openAlarms()).isEmpty();
        assertThat(bench.allAlarms()).hasSize(1);
    }

    @Test
    void aStepThatStillWorksDoesNotEndThePauseOfOneThatDoesNot() {
        bench.acme.answer(Call.STATUS, "", FakeEConnect.blocked(PERMISSION), ALWAYS);
        bench.refresh();
        bench.acme.deliver("XCNIN11", MORNING, Purchase.invoice("F11"));
        sixHours();

        assertThat(bench.allAlarms()).hasSize(1);
        assertThat(bench.count(InvoiceState.RECEIVED)).isZero();
        assertThat(bench.acme.calls(Call.STATUS)).isBetween(24, 32);

        bench.acme.heal();
        bench.later(Duration.ofMinutes(5));

        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(11);
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void aProbeThatIsRefusedFurtherOnEndsNothing() {
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked(BALANCE), 6);
        bench.acme.answer(Call.PDF, "", FakeEConnect.blocked(BALANCE), ALWAYS);
        bench.refresh();
        sixHours();

        assertThat(bench.allAlarms()).hasSize(1);
        assertThat(pause(Channel.RECEIVING)).isPresent();
    }

    @Test
    void aProbeThatFailsForAnotherReasonEndsNothing() {
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked(BALANCE), 6);
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.temporary(), 1);
        bench.refresh();

        bench.later(Duration.ofMinutes(5));

        assertThat(pause(Channel.RECEIVING)).isPresent();
        assertThat(bench.openAlarms()).hasSize(1);
    }

    @Test
    void whenTheListIsRefusedForTheSameReasonItIsStillOneAlarm() {
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked(BALANCE), ALWAYS);
        bench.refresh();
        bench.acme.answer(Call.LIST, "", FakeEConnect.blocked(BALANCE), ALWAYS);
        bench.clock.advance(Duration.ofMinutes(15));
        bench.refresh();
        assertThat(bench.allAlarms()).hasSize(1);

        bench.acme.heal();
        bench.clock.advance(Duration.ofMinutes(15));
        bench.refresh();

        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(10);
        assertThat(pause(Channel.ECONNECT)).isEmpty();
        assertThat(pause(Channel.RECEIVING)).isEmpty();
        assertThat(bench.openAlarms()).isEmpty();
        assertThat(bench.allAlarms()).hasSize(1);
    }

    @Test
    void aPermissionThatOnlySendingLacksStopsNoReceiving() {
        bench.ledger.record(books -> bench.channels.block(
                books, "acme", Channel.ECONNECT, Reason.of(PERMISSION, "mag niet", "may not"), Optional.of("F9")));

        bench.refresh();
        bench.refresh();

        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(10);
        assertThat(pause(Channel.ECONNECT))
                .as("only a sending shows that sending works")
                .isPresent();
        assertThat(bench.openAlarms()).hasSize(1);
    }

    @Test
    void keysThatSendingFoundRefusedStopReceivingUntilTheListWorks() {
        bench.inbox.list("acme");
        bench.ledger.record(books -> bench.channels.block(
                books,
                "acme",
                Channel.ECONNECT,
                Reason.of("econnect.keys-refused", "geweigerd", "refused"),
                Optional.of("F9")));
        bench.work();
        assertThat(bench.acme.calls(Call.DOCUMENT)).isZero();

        bench.refresh();

        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(10);
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void aRestartKeepsThePauseAndTheAlarm() {
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked(BALANCE), ALWAYS);
        bench.refresh();
        bench.restart();
        bench.refresh();

        assertThat(bench.allAlarms()).hasSize(1);
        assertThat(pause(Channel.RECEIVING)).isPresent();
    }

    @Test
    void oneCompanysBlockIsNotTheOthers() {
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.blocked(BALANCE), ALWAYS);
        bench.beta.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.inbox.list("beta");
        bench.refresh();

        assertThat(bench.invoices("beta").get(0).state()).isEqualTo(InvoiceState.RECEIVED);
    }

    @Test
    void aPausedCompanyReceivesNothing() {
        bench.inbox.list("acme");
        bench.ledger.record(books ->
                books.pauses().set(new Pause("acme", Channel.ALL, "paused", "", "", "jan", MORNING, Optional.empty())));
        bench.work();
        assertThat(bench.acme.calls(Call.DOCUMENT)).isZero();

        bench.ledger.record(books -> books.pauses().end("acme", Channel.ALL));
        bench.work();

        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(10);
    }
}
