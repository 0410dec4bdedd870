package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.simulator.HookStamp;
import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.PsbEvent;
import io.github.komaseconnect.simulator.SimulatedHooks;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Purchase invoices that the PSB tells of by hooks, from the simulator into the import folder. */
class HookEndToEndTest extends HookScene {
    @Test
    void whatArrivesIsInTheImportFolderOnceAndThenRemovedAtEConnect() throws Exception {
        workshop.with("company.acme.delete-after-import=true").start();
        String id = workshop.simulator.deliver("XCNL10019", purchase("2026-1"));
        awaitReceived(1);

        assertThat(imported()).singleElement().asString().contains("2026-1");
        long invoice = workshop.ledger().reading(books -> books.invoices()
                .inState(Direction.PURCHASE, EnumSet.of(InvoiceState.RECEIVED))
                .get(0)
                .id());
        List<LedgerEvent> events =
                workshop.ledger().reading(books -> books.events().of(invoice));
        assertThat(events).extracting(LedgerEvent::dutch).endsWith("Ontvangen. Verwijderd bij eConnect.");
        assertThat(workshop.simulator.psb().keeps(id)).isFalse();

        PsbEvent event = workshop.simulator
                .psb()
                .hooks()
                .events(HookTopic.INVOICE_RECEIVED)
                .get(0);
        workshop.simulator.psb().hooks().repeat(event);
        workshop.simulator.psb().hooks().post(event, HookStamp.now().signedWith("wrong"));
        workshop.simulator.deliver("XCNL10019", purchase("2026-2"));
        awaitReceived(2);
        assertThat(imported()).hasSize(2);
        assertThat(workshop.simulator.psb().hooks().attempts())
                .as("the wrongly signed one was refused")
                .anyMatch(attempt -> attempt.detail().contains("403"));
        await().atMost(Workshop.PATIENCE).until(() -> traffic().refused() == 1);
        assertThat(traffic().held()).isZero();
    }

    @Test
    void whatCameWhileTheProgramWasAwayComesLaterInAnyOrder() throws Exception {
        workshop.start();
        workshop.stop();
        workshop.simulator.psb().hooks().pause();
        workshop.simulator.deliver("XCNL10019", purchase("2026-1"));
        workshop.simulator.deliver("XCNL10019", purchase("2026-2"));

        workshop.start();
        workshop.simulator.psb().hooks().resumeReversed();
        awaitReceived(2);
        assertThat(imported()).hasSize(2);
    }

    @Test
    void whatIsToldTwoDaysLateIsImportedAllTheSame() throws Exception {
        SimulatedHooks hooks = workshop.simulator.psb().hooks();
        workshop.start();
        hooks.pause();
        workshop.simulator.deliver("XCNL10019", purchase("2026-3"));
        PsbEvent event = hooks.events(HookTopic.INVOICE_RECEIVED).get(0);
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        hooks.post(event, HookStamp.now().sentOn(longAgo));
        hooks.post(event, HookStamp.now().sentOn(longAgo));
        hooks.resumeReversed();
        awaitReceived(1);

        workshop.stop();
        workshop.start();
        await().atMost(Workshop.PATIENCE).until(() -> hooks.waiting() == 0);
        assertThat(imported()).singleElement().asString().contains("2026-3");
        assertThat(received()).isEqualTo(1);
        assertThat(traffic().refused()).isZero();
    }
}
