package io.github.komaseconnect.delivery;

import static io.github.komaseconnect.delivery.FakeEConnect.Sending.NOT_NOW;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.SAY_NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.watch.ClockWatches;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that jumps makes no invoice go twice, and none wait or be given up for it. */
class DeliveryClockTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private FakeEConnect eConnect;
    private long delivery;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        eConnect = dispatch.eConnect.get("acme");
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void watchOverTheClock() {
        ClockWatches.look(dispatch.ledger, dispatch.clock);
    }

    /** eConnect accepts and says nothing, and its clock is right while ours is ahead. */
    private void sendInDoubtWithAClockThatIsAhead(Duration ahead) throws Exception {
        eConnect.keep("2026-1", Dispatch.ubl("2026-1"), "0106:12345678");
        dispatch.clock.advance(ahead);
        delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        eConnect.sendings.add(SAY_NOTHING);
        dispatch.work();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT2H", "P1D", "P730D"})
    void aDoubtfulOneIsFoundAlthoughTheClockWasAheadAndIsRightNow(String ahead) throws Exception {
        Duration wrong = Duration.parse(ahead);
        sendInDoubtWithAClockThatIsAhead(wrong);
        watchOverTheClock();
        dispatch.restart();
        dispatch.clock.advance(wrong.negated());
        watchOverTheClock();
        dispatch.clock.advance(Duration.ofMinutes(3));

        dispatch.work();

        assertThat(eConnect.sent).as("sent once").hasSize(1);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    /** Long after the clock was put right the stamp of the attempt looks like any other. */
    @Test
    void aDoubtfulOneIsFoundAlsoWhenItIsLookedUpDaysLater() throws Exception {
        sendInDoubtWithAClockThatIsAhead(Duration.ofDays(1));
        watchOverTheClock();
        dispatch.clock.advance(Duration.ofDays(-1));
        watchOverTheClock();
        dispatch.clock.advance(Duration.ofDays(2));

        dispatch.work();

        assertThat(eConnect.sent).hasSize(1);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D", "P730D", "-PT1H", "-P1D", "-P730D"})
    void oneThatFailedBeforeTheClockJumpedIsTriedAgainWithinTheUsualTime(String jump) throws Exception {
        delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();
        watchOverTheClock();
        dispatch.restart();
        dispatch.clock.advance(Duration.parse(jump));
        eConnect.sendings.add(NOT_NOW);
        for (int minute = 0; minute < 120; minute++) {
            watchOverTheClock();
            dispatch.work();
            dispatch.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(dispatch.invoice(delivery).state()).as("not given up either").isEqualTo(InvoiceState.SENT);
        assertThat(eConnect.outbox).hasSize(1);
    }

    /** A computer without a battery starts in 1970, and is put right by the network a moment later. */
    @Test
    void aClockThatBegan1970GivesNothingUp() throws Exception {
        Instant right = dispatch.clock.instant();
        dispatch.clock.advance(Duration.between(right, Instant.parse("1970-01-01T00:10:00Z")));
        delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();
        dispatch.clock.advance(Duration.between(dispatch.clock.instant(), right));
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.WAITING);
        dispatch.clock.advance(Duration.ofHours(1));
        dispatch.work();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    /** It slept from Friday to Tuesday after one failure: hardly tried is not given up. */
    @Test
    void aComputerThatSleptGivesNothingUpAfterTwoFailures() throws Exception {
        delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();
        dispatch.clock.advance(Duration.ofDays(4));
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.WAITING);
    }
}
