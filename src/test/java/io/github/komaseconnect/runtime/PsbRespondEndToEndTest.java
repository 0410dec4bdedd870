package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.response.ResponseJson;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers to suppliers over the PSB: what a hook told of is answered by order and by file, AB first. */
class PsbRespondEndToEndTest {
    private static final InvoiceResponse REJECTED =
            new InvoiceResponse(ResponseStatus.RE, Map.of(ResponseReason.REF, "Inkoopnummer ontbreekt"), Map.of(), "");

    @TempDir
    Path folder;

    private Workshop workshop;
    private String id;

    @BeforeEach
    void receive() throws Exception {
        workshop = PsbWorkshop.in(folder).start();
        String ubl = Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", "2026-1");
        id = workshop.simulator
                .psb()
                .documentId(workshop.simulator.deliver(PsbWorkshop.COMPANY_ID, InboxDocument.of(ubl)));
        await().atMost(Workshop.PATIENCE).until(() -> !received().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private List<LedgerInvoice> received() {
        return workshop.ledger()
                .reading(books -> books.invoices().inState(Direction.PURCHASE, Set.of(InvoiceState.RECEIVED)));
    }

    private WorkOrder respond(InvoiceResponse response) {
        long order = workshop.ledger().inTransaction(books -> books.orders()
                .place(
                        WorkOrder.Kind.RESPOND,
                        "acme",
                        received().get(0).id(),
                        new ResponseJson().write(response),
                        "els@kantoor"));
        await().atMost(Workshop.PATIENCE).until(() -> order(order).finishedAt().isPresent());
        return order(order);
    }

    private WorkOrder order(long order) {
        return workshop.ledger().reading(books -> books.orders().find(order)).orElseThrow();
    }

    private List<String> told() {
        return workshop.simulator.psb().responses(id).stream()
                .map(response -> response.status())
                .toList();
    }

    @Test
    void aRejectionReachesTheSupplierWithItsReasonAfterAnAcknowledgement() throws Exception {
        WorkOrder answered = respond(REJECTED);

        assertThat(answered.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(told()).containsExactly("AB", "RE");
        assertThat(workshop.simulator.psb().responses(id).get(1).reasons())
                .containsExactly(Map.entry("REF", "Inkoopnummer ontbreekt"));
        assertThat(respond(REJECTED).answerDutch()).contains("was er al");
        assertThat(respond(InvoiceResponse.of(ResponseStatus.AP)).outcome()).isEqualTo(WorkOrder.Outcome.REFUSED);
        assertThat(told()).containsExactly("AB", "RE");
    }

    @Test
    void withoutAReasonNobodyIsAsked() {
        WorkOrder answered = respond(InvoiceResponse.of(ResponseStatus.UQ));

        assertThat(answered.outcome()).isEqualTo(WorkOrder.Outcome.REFUSED);
        assertThat(answered.answerDutch()).contains("minstens één reden");
        assertThat(told()).isEmpty();
    }

    @Test
    void afterADoubtItIsToldAgainInTheRightOrder() throws Exception {
        workshop.simulator.faults().on(Operation.PSB_RESPOND).times(1).inject(Fault.resetAfterAcceptance());
        Path respond = Files.createDirectories(workshop.acme("respond"));
        String name = workshop.files("import").get(0).replaceFirst("\\.xml$", "") + ".response.json";
        Files.writeString(respond.resolve(name + ".tmp"), "{\"status\":\"AP\"}");
        Files.move(respond.resolve(name + ".tmp"), respond.resolve(name));

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("respond").equals(List.of("done/" + name)));
        assertThat(told()).last().isEqualTo("AP");
        assertThat(told().stream().distinct()).containsExactly("AB", "AP");
    }
}
