package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.InvoiceStatus;
import io.github.komaseconnect.simulator.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Purchase invoices, from a simulated eConnect over real sockets into real folders, by the real routes. */
class PurchaseEndToEndTest extends PurchaseScene {
    @Test
    void theScheduleBringsWhatComesLater() throws Exception {
        workshop.with("company.acme.refresh=0/2 * * * * ?").start();
        await().atMost(Workshop.PATIENCE).until(() -> !workshop.simulator
                .journal()
                .calls(Operation.GET_INBOX_DOCUMENTS)
                .isEmpty());

        String id = workshop.simulator.deliver(ACME, purchase("2026-1"));

        awaitReceived(1);
        assertThat(workshop.files("import")).hasSize(2).allMatch(name -> name.contains(id));
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.FOR_APPROVAL);
    }

    @Test
    void anOrderBringsItAtOnceAndSaysWhatCame() throws Exception {
        workshop.with("company.acme.refresh=" + NEVER).start();
        finished(orderRefresh("acme"));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.simulator.deliver(
                ACME, InboxDocument.of("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>"));

        WorkOrder answered = finished(orderRefresh("acme"));

        assertThat(answered.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(answered.answerDutch())
                .startsWith("2 nieuwe documenten; 1 in de importmap: ")
                .contains("2026-1")
                .contains("1 overgeslagen");
        assertThat(workshop.files("import")).hasSize(2);
    }

    @Test
    void anOrderWaitsForTheRefreshThatIsGoingOn() throws Exception {
        Gate gate = new Gate();
        workshop.simulator.faults().on(Operation.GET_INBOX_DOCUMENTS).times(1).inject(Fault.holdBeforeAcceptance(gate));
        workshop.simulator.deliver(ACME, purchase("2026-1"));
        workshop.with("company.acme.refresh=" + NEVER, "http.response-timeout=20s")
                .start();
        await().atMost(Workshop.PATIENCE).until(() -> gate.waiting() == 1);

        long id = orderRefresh("acme");
        await().atMost(Workshop.PATIENCE).until(() -> order(id).answerDutch().startsWith("Lijst ophalen"));
        gate.open();

        assertThat(finished(id).outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        awaitReceived(1);
    }

    @Test
    void oneCompanyOfTheInstallationInvoicesAnother() throws Exception {
        withBeta();
        workshop.with("company.beta.refresh=0/1 * * * * ?").start();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));

        LedgerInvoice sent = workshop.awaitState("F2026-0101", InvoiceState.SENT);
        await().atMost(Workshop.PATIENCE).until(() -> count("beta", InvoiceState.RECEIVED) == 1);

        assertThat(names(beta("import"))).hasSize(2).allMatch(name -> name.contains("F2026-0101"));
        assertThat(sent.externalId()).isNotEmpty();
        assertThat(workshop.files("import")).isEmpty();
        assertThat(count("acme", InvoiceState.RECEIVED)).isZero();
    }

    @Test
    void theSameInvoiceManyTimesAtOnceIsWrittenOnce() throws Exception {
        for (int n = 1; n <= 8; n++) {
            workshop.simulator.deliver(ACME, purchase("2026-1"));
        }
        workshop.start();

        await().atMost(Workshop.PATIENCE).until(() -> count("acme", InvoiceState.DUPLICATE) == 7);
        awaitReceived(1);
        assertThat(workshop.files("import")).hasSize(2);
    }

    /** Komas looks all the time and takes what it sees: never half a file, never an XML without its PDF. */
    @Test
    void komasSeesWholePairsOnly() throws Exception {
        int documents = 40;
        for (int n = 1; n <= documents; n++) {
            workshop.simulator.deliver(ACME, purchase("2026-" + n));
        }
        UblReader reader = new UblReader(new SafeXml());
        List<String> numbers = new ArrayList<>();
        workshop.start();

        await().pollInterval(Duration.ofMillis(1)).atMost(Workshop.PATIENCE).until(() -> {
            for (String name : names(workshop.acme("import"))) {
                if (name.endsWith(".xml") && !name.startsWith(".")) {
                    Path xml = workshop.acme("import").resolve(name);
                    Path pdf = xml.resolveSibling(name.replace(".xml", ".pdf"));
                    assertThat(reader.read(xml)).isInstanceOf(UblReading.Usable.class);
                    assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                            .startsWith("%PDF")
                            .contains("%%EOF");
                    numbers.add(number(reader, xml));
                    Files.delete(xml);
                    Files.delete(pdf);
                }
            }
            return numbers.size() == documents;
        });

        awaitReceived(documents);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(names(workshop.acme("import"))).isEmpty();
    }

    private static String number(UblReader reader, Path xml) {
        try {
            return ((UblReading.Usable) reader.read(xml)).header().number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
