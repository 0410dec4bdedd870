package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.Placement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger cannot be written when the answer comes: what is known is recorded later, and becomes no doubt. */
class LateRecordTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private Unwilling ledger;
    private AttemptBook attempts;
    private Recovery recovery;

    /** A database that is gone for a while, before the commit or after it. */
    private static final class Unwilling implements Ledger {
        private enum Mood {
            WILLING,
            GONE,
            GONE_AFTER_THE_COMMIT
        }

        private final Ledger real;
        private Mood mood = Mood.WILLING;

        Unwilling(Ledger real) {
            this.real = real;
        }

        @Override
        public <T> T inTransaction(Function<Books, T> work) {
            if (mood == Mood.GONE) {
                throw new LedgerUnavailableException("gone", new IllegalStateException());
            }
            T result = real.inTransaction(work);
            if (mood == Mood.GONE_AFTER_THE_COMMIT) {
                throw new LedgerUnavailableException("gone", new IllegalStateException());
            }
            return result;
        }

        @Override
        public <T> T reading(Function<Books, T> work) {
            if (mood == Mood.GONE) {
                throw new LedgerUnavailableException("gone", new IllegalStateException());
            }
            return real.reading(work);
        }

        @Override
        public void soon(Consumer<Books> work) {
            real.soon(work);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        ledger = new Unwilling(dispatch.ledger);
        Placement placement = dispatch.placement;
        attempts = new AttemptBook(
                ledger, placement, dispatch.channels, Dispatch.SETTINGS, dispatch.clock, dispatch.serverTime);
        recovery = new Recovery(dispatch.companies, ledger, dispatch.archive, attempts, placement);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    @Test
    void aMailThatWasTakenIsSentAndNotHeldForAPerson() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.EMAIL);
        OpenAttempt open = attempts.begin(dispatch.take().get(0));
        ledger.mood = Unwilling.Mood.GONE;

        attempts.end(new EndedAttempt(open, new AttemptOutcome.Delivered("<1@acme>")));
        assertThatThrownBy(() -> recovery.recoverExcept(Set::of)).isInstanceOf(LedgerUnavailableException.class);
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.ATTEMPTING);
        ledger.mood = Unwilling.Mood.WILLING;
        recovery.recoverExcept(Set::of);
        recovery.recoverExcept(Set::of);

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(dispatch.delivery(delivery).reference()).isEqualTo("<1@acme>");
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(Dispatch.names(folder.resolve("acme/sent"))).hasSize(1);
    }

    @Test
    void aCommitOfWhichNoAnswerCameIsNotRecordedTwice() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.EMAIL);
        OpenAttempt open = attempts.begin(dispatch.take().get(0));
        ledger.mood = Unwilling.Mood.GONE_AFTER_THE_COMMIT;

        attempts.end(new EndedAttempt(open, new AttemptOutcome.Delivered("<1@acme>")));
        ledger.mood = Unwilling.Mood.WILLING;
        recovery.recoverExcept(Set::of);

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
        long invoice = dispatch.delivery(delivery).invoiceId();
        assertThat(dispatch.ledger.inTransaction(books -> books.events().of(invoice)).stream()
                        .filter(event -> event.kind().equals("sent")))
                .hasSize(1);
        assertThat(Dispatch.names(folder.resolve("acme/sent"))).hasSize(1);
    }

    @Test
    void onlyAProcessThatEndsForgetsIt() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.EMAIL);
        OpenAttempt open = attempts.begin(dispatch.take().get(0));
        ledger.mood = Unwilling.Mood.GONE;
        attempts.end(new EndedAttempt(open, new AttemptOutcome.Delivered("<1@acme>")));

        dispatch.restart();
        dispatch.recovery.recover(dispatch.companies.get("acme"), Set::of);

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void whatCannotBeRecordedIsNotTriedManyTimesASecond() throws Exception {
        dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        Shipment shipment = dispatch.take().get(0);
        ledger.mood = Unwilling.Mood.GONE;

        attempts.failedUnexpectedly(shipment, new IllegalStateException("disk full"));
        dispatch.due.release(shipment);

        assertThat(dispatch.take()).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(1));
        assertThat(dispatch.take()).hasSize(1);
    }
}
