package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.InDoubtPolicy;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attempt that a crash left open may have had its effect. */
class RecoveryTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private long crashedWithin(SendingMethod method) throws Exception {
        long delivery = dispatch.add("acme", "2026-1", method);
        dispatch.attempts.begin(dispatch.due.take().get(0));
        dispatch.restart();
        assertThat(dispatch.recover()).isEqualTo(1);
        return delivery;
    }

    @Test
    void byPeppolItIsLookedUpAndSentOnce() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        dispatch.peppol.send(dispatch.attempts.begin(dispatch.due.take().get(0)));
        dispatch.restart();

        dispatch.recover();

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.attemptsOf(delivery).get(0).outcome()).isEqualTo("IN_DOUBT");
        assertThat(dispatch.work()).isZero();
        dispatch.clock.advance(Duration.ofMinutes(2));
        dispatch.work();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.eConnect.get("acme").sent).hasSize(1);
    }

    @Test
    void byEmailItIsMailedOnceMoreWhenTheCompanyWantsThat() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.EMAIL);
        dispatch.attempts.begin(dispatch.due.take().get(0));
        Shipment shipment = new Shipment(
                dispatch.companies.get("acme").withInDoubt(InDoubtPolicy.RESEND),
                dispatch.invoice(delivery),
                dispatch.delivery(delivery),
                folder);

        dispatch.attempts.failedUnexpectedly(shipment, new IllegalStateException("afgebroken"));

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(dispatch.delivery(delivery).dueAt()).isPresent();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
    }

    @Test
    void whatIsNeverCertainIsForAPersonInTheEndAllTheSame() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PRINT);
        for (int attempt = 0; attempt < 200; attempt++) {
            dispatch.clock.advance(Duration.ofHours(2));
            if (dispatch.due.take().isEmpty()) {
                break;
            }
            Shipment shipment = new Shipment(
                    dispatch.companies.get("acme").withInDoubt(InDoubtPolicy.RESEND),
                    dispatch.invoice(delivery),
                    dispatch.delivery(delivery),
                    folder);
            dispatch.attempts.begin(shipment);
            dispatch.attempts.failedUnexpectedly(shipment, new IllegalStateException("afgebroken"));
            dispatch.due.release(shipment);
        }

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void byEmailItIsHeldForAPersonAndNeverMailedByItself() throws Exception {
        heldForAPerson(crashedWithin(SendingMethod.EMAIL));
    }

    @Test
    void byPrintItIsHeldForAPersonAndNeverPrintedByItself() throws Exception {
        heldForAPerson(crashedWithin(SendingMethod.PRINT));
    }

    private void heldForAPerson(long delivery) throws Exception {
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.delivery(delivery).dueAt()).isEmpty();
        dispatch.clock.advance(Duration.ofDays(30));
        assertThat(dispatch.due.take()).isEmpty();
        Path held = dispatch.companies.get("acme").folders().held();
        assertThat(Dispatch.names(held)).containsExactly("FACTUUR_2026-1.reason.txt", "FACTUUR_2026-1.xml");
        assertThat(Files.readString(held.resolve("FACTUUR_2026-1.reason.txt")))
                .contains("onderbroken", "resolve", "--send-again", "interrupted");
    }

    @Test
    void recoveringTwiceChangesNothingMore() throws Exception {
        long delivery = crashedWithin(SendingMethod.EMAIL);

        assertThat(dispatch.recover()).isZero();
        assertThat(dispatch.attemptsOf(delivery)).hasSize(1);
    }

    @Test
    void whatIsBeingWorkedOnIsLeftAlone() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.EMAIL);
        dispatch.attempts.begin(dispatch.due.take().get(0));

        assertThat(dispatch.recovery.recoverExcept(dispatch.due::inHand)).isZero();

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.ATTEMPTING);
    }

    @Test
    void anAttemptThatBeginsDuringTheLookIsLeftAlone() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.EMAIL);

        int recovered = dispatch.recovery.recoverExcept(() -> {
            dispatch.attempts.begin(dispatch.due.take().get(0));
            return dispatch.due.inHand();
        });

        assertThat(recovered).isZero();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.ATTEMPTING);
    }

    @Test
    void anAttemptOpenedAfterTheOneThatWasSeenIsLeftAlone() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        Shipment shipment = dispatch.due.take().get(0);
        OpenAttempt first = dispatch.attempts.begin(shipment);

        dispatch.recovery.recoverExcept(() -> {
            // the first one ends, is given back, and the next one begins just after this was asked
            dispatch.attempts.end(new EndedAttempt(first, new AttemptOutcome.Temporary(FakeEConnect.REASON)));
            dispatch.attempts.begin(shipment);
            return Set.of();
        });

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.ATTEMPTING);
        assertThat(dispatch.attemptsOf(delivery)).hasSize(2);
    }
}
