package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and pick up through the real routes. */
class OrdersEndToEndTest {
    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private WorkOrder order(Kind kind, long invoiceId, String argument) {
        long id = workshop.ledger()
                .inTransaction(books -> books.orders().place(kind, "acme", invoiceId, argument, "els@kantoor"));
        await().atMost(Workshop.PATIENCE).until(() -> find(id).outcome() != Outcome.WAITING);
        return find(id);
    }

    private WorkOrder find(long id) {
        return workshop.ledger().inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    @Test
    void aHeldInvoiceIsRetriedAndAnotherRerouted() throws Exception {
        workshop.start();
        workshop.export("ONBEKEND.XML", Workshop.sample("verkoop-onbekende-relatie.xml"));
        LedgerInvoice held = workshop.awaitState("F2026-0104", InvoiceState.HELD);

        assertThat(order(Kind.RETRY, held.id(), "").outcome()).isEqualTo(Outcome.DONE);
        LedgerInvoice again = workshop.awaitState("F2026-0104", InvoiceState.HELD);
        assertThat(again.id()).isEqualTo(held.id());

        assertThat(order(Kind.REROUTE, held.id(), "PRINT").outcome()).isEqualTo(Outcome.DONE);
        workshop.awaitState("F2026-0104", InvoiceState.SENT);
        assertThat(workshop.files("print-spool")).hasSize(1);
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.files("outbox")).isEmpty();
    }

    @Test
    void withinTheDelayAnInvoiceIsCancelledAndGoesAfterAllWhenItsFileIsMovedBack() throws Exception {
        workshop.with("delivery.delay=1h").start();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        LedgerInvoice invoice = workshop.awaitState("F2026-0101", InvoiceState.ON_ITS_WAY);

        assertThat(order(Kind.CANCEL, invoice.id(), "").outcome()).isEqualTo(Outcome.DONE);
        workshop.awaitState("F2026-0101", InvoiceState.CANCELLED);
        assertThat(workshop.files("held")).containsExactly("FACTUUR_F2026-0101.reason.txt", "FACTUUR_F2026-0101.xml");

        Files.move(
                workshop.acme("held").resolve("FACTUUR_F2026-0101.xml"),
                workshop.acme("export").resolve("FACTUUR_F2026-0101.xml"));
        workshop.awaitState("F2026-0101", InvoiceState.ON_ITS_WAY);
        assertThat(order(Kind.RETRY, invoice.id(), "").answerDutch()).contains("wordt nu meteen geprobeerd");
        workshop.awaitState("F2026-0101", InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
    }

    @Test
    void anOrderThatFailsIsFinishedAndNotRepeatedAtTheNextStart() throws Exception {
        workshop.start();
        WorkOrder failed = order(Kind.RETRY, 4711, "");
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.answerDutch()).contains("4711");

        workshop.stop();
        workshop.start();

        assertThat(find(failed.id()).finishedAt()).isEqualTo(failed.finishedAt());
        assertThat(order(Kind.PAUSE, 0, "").outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aSentFolderThatIsGoneStopsNothingAndItGoesOnByItself() throws Exception {
        workshop.start();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        workshop.awaitState("F2026-0101", InvoiceState.SENT);
        Path away = workshop.home.resolve("sent-weg");
        Files.move(workshop.acme("sent"), away);
        workshop.export("NOGEENS.XML", Workshop.sample("verkoop-peppol.xml"));
        workshop.export("TWEE.XML", Workshop.sample("verkoop-overheid.xml"));
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.simulator.journal().accepted().size() == 2
                        && alarm("folder/acme/sent")
                        && alarm("folder/acme/pick-up"));

        Files.move(away, workshop.acme("sent"));
        workshop.stop();
        workshop.start();

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("sent").size() == 4);
        await().atMost(Workshop.PATIENCE)
                .until(() ->
                        !alarm("folder/acme/sent") && !alarm("folder/acme/pick-up") && !alarm("folder/acme/place"));
        assertThat(workshop.files("outbox")).isEmpty();
        assertThat(workshop.simulator.journal().accepted()).hasSize(2);
    }

    private boolean alarm(String cause) {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .anyMatch(alarm -> alarm.cause().equals(cause));
    }
}
