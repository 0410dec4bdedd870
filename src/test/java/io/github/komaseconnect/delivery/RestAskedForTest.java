package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** eConnect asks to be left alone for a while (429 or 503 with Retry-After): the company's channel does that, quietly. */
class RestAskedForTest {
    private static final Reason BUSY = Reason.of("econnect.overloaded", "te druk", "too busy");
    private static final Duration REST = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private IdleChannels housekeeping;
    private FakeEConnect acme;
    private final List<Long> deliveries = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme", "beta");
        housekeeping = new IdleChannels(dispatch.companies, dispatch.ledger, dispatch.channels);
        acme = dispatch.eConnect.get("acme");
        for (int n = 1; n <= 12; n++) {
            deliveries.add(dispatch.add("acme", "2026-" + n, SendingMethod.PEPPOL));
        }
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void workAll() {
        while (dispatch.work() > 0) {
            // all that is due
        }
    }

    @Test
    void nothingIsAskedUntilTheTimeIsOverThenEachArrivesOnce() {
        acme.replies.add(new Reply.Temporary<>(BUSY, Optional.of(REST)));

        // those that were handed out together go out; the first one's answer must not be undone by theirs
        workAll();
        int asked = acme.sent.size();
        assertThat(asked).isEqualTo(4);
        assertThat(dispatch.pauses()).extracting(Pause::channel).containsExactly(Channel.ECONNECT);
        dispatch.clock.advance(REST.minusSeconds(1));
        housekeeping.release();
        workAll();
        assertThat(acme.sent).hasSize(asked);

        dispatch.clock.advance(Duration.ofSeconds(1));
        housekeeping.release();
        workAll();

        assertThat(deliveries).allMatch(id -> dispatch.invoice(id).state() == InvoiceState.SENT);
        assertThat(acme.outbox).hasSize(12);
        assertThat(dispatch.pauses()).isEmpty();
        assertThat(dispatch.alarms()).as("nobody is told of a moment's crowd").isEmpty();
    }

    @Test
    void aDocumentThatMayHaveBeenAcceptedIsLookedUpAfterTheRestAndNotBefore() {
        acme.replies.add(new Reply.InDoubt<>(BUSY, Optional.of(REST)));

        workAll();
        long doubtful = deliveries.stream()
                .filter(id -> dispatch.delivery(id).state() == DeliveryState.IN_DOUBT)
                .findFirst()
                .orElseThrow();
        dispatch.clock.advance(REST.minusSeconds(1));
        housekeeping.release();
        workAll();
        assertThat(acme.lookedFrom).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(1));
        housekeeping.release();
        workAll();

        assertThat(acme.lookedFrom).isNotEmpty();
        assertThat(dispatch.invoice(doubtful).state()).isEqualTo(InvoiceState.SENT);
        assertThat(acme.outbox).hasSize(12);
    }

    @Test
    void itIsOneCompanysRest() throws Exception {
        long others = dispatch.add("beta", "2026-1", SendingMethod.PEPPOL);
        acme.replies.add(new Reply.Temporary<>(BUSY, Optional.of(REST)));

        workAll();

        assertThat(dispatch.invoice(others).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void aBlockedChannelStaysBlockedAndIsNotProbedBeforeTheTimeIsOver() {
        acme.otherwise = FakeEConnect.Sending.BLOCK;
        acme.reason = Reason.of("econnect.balance-blocked", "saldo", "balance");
        workAll();
        int asked = acme.sent.size();
        dispatch.clock.advance(Duration.ofMinutes(5));
        acme.replies.add(new Reply.Temporary<>(BUSY, Optional.of(Duration.ofMinutes(40))));
        workAll();
        assertThat(acme.sent).hasSize(asked + 1);

        for (int minutes = 0; minutes < 39; minutes++) {
            dispatch.clock.advance(Duration.ofMinutes(1));
            housekeeping.release();
            workAll();
        }

        assertThat(acme.sent).hasSize(asked + 1);
        assertThat(dispatch.pauses()).extracting(Pause::reasonCode).containsExactly("econnect.balance-blocked");
        assertThat(dispatch.alarms()).hasSize(1);
        acme.otherwise = FakeEConnect.Sending.ACCEPT;
        dispatch.clock.advance(Duration.ofMinutes(6));
        workAll();
        assertThat(acme.outbox).hasSize(12);
        assertThat(dispatch.alarms()).isEmpty();
    }

    @Test
    void aRestThatIsAskedForAgainAndAgainNeverGivesUpAnInvoice() {
        for (int hours = 0; hours < 100; hours++) {
            acme.replies.add(new Reply.Temporary<>(BUSY, Optional.of(Duration.ofHours(1))));
            workAll();
            dispatch.clock.advance(Duration.ofHours(1));
            housekeeping.release();
        }
        workAll();

        assertThat(deliveries).allMatch(id -> dispatch.invoice(id).state() == InvoiceState.SENT);
        assertThat(acme.outbox).hasSize(12);
    }
}
