package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InvoiceResponse;
import io.github.komaseconnect.simulator.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of receiving at the PSB: the file first, then the answer to the supplier, then the removal. */
class AfterImportEndToEndTest extends HookScene {
    private static final Set<Operation> STEPS =
            EnumSet.of(Operation.PSB_DOWNLOAD, Operation.PSB_RESPOND, Operation.PSB_DELETE);

    @BeforeEach
    void wanted() {
        workshop.with("company.acme.received-response=ab", "company.acme.delete-after-import=true");
    }

    private List<Operation> steps() {
        return workshop.simulator.journal().calls().stream()
                .flatMap(call -> call.details().operation().stream())
                .filter(STEPS::contains)
                .toList();
    }

    private int calls(Operation operation) {
        return workshop.simulator.journal().calls(operation).size();
    }

    private List<String> answers(String id) {
        return workshop.simulator.psb().responses(id).stream()
                .map(InvoiceResponse::status)
                .toList();
    }

    private void assertAllDoneOnce(String id, String number) throws Exception {
        awaitReceived(1);
        assertThat(answers(id)).containsExactly("AB");
        assertThat(workshop.simulator.psb().keeps(id)).isFalse();
        assertThat(imported()).singleElement().asString().contains(number);
        long invoice = workshop.ledger().reading(books -> books.invoices()
                .inState(Direction.PURCHASE, EnumSet.of(InvoiceState.RECEIVED))
                .get(0)
                .id());
        List<LedgerEvent> events =
                workshop.ledger().reading(books -> books.events().of(invoice));
        assertThat(events).extracting(LedgerEvent::dutch).endsWith("Ontvangen. Verwijderd bij eConnect.");
    }

    @Test
    void theFileThenTheAnswerThenTheRemoval() throws Exception {
        Gate gate = new Gate();
        workshop.simulator.faults().on(Operation.PSB_RESPOND).times(1).inject(Fault.holdBeforeAcceptance(gate));
        workshop.start();
        String id = workshop.simulator.deliver("XCNL10019", purchase("2026-1"));

        await().atMost(Workshop.PATIENCE).until(() -> !imported().isEmpty());
        assertThat(calls(Operation.PSB_DELETE)).isZero();
        gate.open();
        assertAllDoneOnce(id, "2026-1");
        assertThat(steps()).containsExactly(Operation.PSB_DOWNLOAD, Operation.PSB_RESPOND, Operation.PSB_DELETE);
    }

    @Test
    void anAnswerThatFailsIsGivenLaterAndTheRemovalWaitsForIt() throws Exception {
        workshop.simulator.faults().on(Operation.PSB_RESPOND).times(1).inject(Fault.statusBeforeAcceptance(503));
        workshop.start();
        String id = workshop.simulator.deliver("XCNL10019", purchase("2026-1"));

        assertAllDoneOnce(id, "2026-1");
        assertThat(steps()).endsWith(Operation.PSB_RESPOND, Operation.PSB_RESPOND, Operation.PSB_DELETE);
    }

    @Test
    void aRemovalThatFailsIsTriedAgainEvenWhenItHadSucceeded() throws Exception {
        workshop.simulator.faults().on(Operation.PSB_DELETE).times(1).inject(Fault.statusAfterAcceptance(503));
        workshop.start();
        String id = workshop.simulator.deliver("XCNL10019", purchase("2026-1"));

        assertAllDoneOnce(id, "2026-1");
        assertThat(calls(Operation.PSB_DELETE)).isEqualTo(2);
        assertThat(calls(Operation.PSB_RESPOND)).isEqualTo(1);
    }

    @Test
    void stoppedInBetweenItGoesOnWhereItWas() throws Exception {
        var down = workshop.simulator.faults().on(Operation.PSB_DELETE).inject(Fault.statusBeforeAcceptance(503));
        workshop.start();
        String id = workshop.simulator.deliver("XCNL10019", purchase("2026-1"));
        await().atMost(Workshop.PATIENCE).until(() -> calls(Operation.PSB_DELETE) > 0);
        assertThat(imported()).hasSize(1);
        assertThat(answers(id)).containsExactly("AB");
        assertThat(workshop.simulator.psb().keeps(id)).isTrue();

        workshop.stop();
        down.withdraw();
        workshop.start();
        assertAllDoneOnce(id, "2026-1");
        assertThat(calls(Operation.PSB_RESPOND)).isEqualTo(1);
    }
}
