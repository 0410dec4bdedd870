package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.Call;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child JVM that sends by the PSB is killed with SIGKILL: the repeat bears the same document id, and is known by it. */
class PsbCrashTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Workshop workshop;
    private Process child;

    @BeforeEach
    void open() throws Exception {
        workshop = PsbWorkshop.in(folder);
        workshop.writeConfiguration();
        startChild();
    }

    @AfterEach
    void close() throws Exception {
        kill();
        workshop.close();
    }

    private void startChild() throws Exception {
        child = ChildRuntime.start(workshop.home, Path.of("").toAbsolutePath());
    }

    private void kill() throws Exception {
        assertThat(child.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void killedAfterAcceptanceItIsSentAgainUnderItsIdRefusedWith409AndDeliveredOnce() throws Exception {
        Gate gate = new Gate();
        workshop.simulator.faults().on(Operation.PSB_SEND).times(1).inject(Fault.holdAfterAcceptance(gate));
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        await().atMost(LONG).until(() -> gate.waiting() == 1);

        kill();
        gate.open();
        startChild();
        await().atMost(LONG)
                .until(() -> workshop.files("sent").stream().anyMatch(name -> name.endsWith("F2026-0101.xml")));
        kill();

        List<AcceptedDocument> accepted = workshop.simulator.journal().accepted();
        assertThat(accepted).hasSize(1);
        String documentId = workshop.simulator.psb().documentId(accepted.get(0).externalId());
        assertThat(workshop.simulator.journal().calls(Operation.PSB_SEND))
                .extracting(Call::outcome, Call::detail)
                .as("the second time eConnect knows the document by the id of the first")
                .hasSize(2)
                .last()
                .satisfies(repeat -> {
                    assertThat(repeat.toList().get(0)).isEqualTo(Call.Outcome.REFUSED);
                    assertThat(repeat.toList().get(1).toString())
                            .startsWith("HTTP 409")
                            .contains(documentId);
                });
        assertThat(workshop.files("held")).isEmpty();
        assertThatTheLedgerHasOneDeliveryUnder(documentId);
    }

    private void assertThatTheLedgerHasOneDeliveryUnder(String documentId) throws Exception {
        try (Ledger ledger = LedgerDatabase.open("", workshop.home.resolve("data"), Clock.systemUTC(), "reader")) {
            LedgerInvoice invoice = ledger.<LedgerInvoice>reading(books -> books.invoices()
                    .inState(Direction.SALES, List.of(InvoiceState.SENT))
                    .get(0));
            List<Delivery> deliveries =
                    ledger.reading(books -> books.deliveries().of(invoice.id()));
            assertThat(deliveries).singleElement().satisfies(only -> assertThat(only.passage())
                    .get()
                    .extracting(Delivery.Passage::documentId)
                    .isEqualTo(documentId));
            assertThat(ledger.<List<?>>reading(books ->
                            books.deliveries().attempts(deliveries.get(0).id())))
                    .as("every attempt is a row")
                    .hasSize(2);
            assertThat(invoice.externalId()).isEqualTo(documentId);
        }
    }
}
