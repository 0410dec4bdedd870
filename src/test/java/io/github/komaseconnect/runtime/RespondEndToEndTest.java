package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.response.ResponseJson;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InvoiceStatus;
import io.github.komaseconnect.simulator.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers to suppliers, by order and by file, over the platform API of a simulated eConnect. */
class RespondEndToEndTest extends PurchaseScene {
    private static final InvoiceResponse REJECTED =
            new InvoiceResponse(ResponseStatus.RE, Map.of(ResponseReason.REF, "Inkoopnummer ontbreekt"), Map.of(), "");

    private String receive(String number) throws Exception {
        String id = workshop.simulator.deliver(ACME, purchase(number));
        workshop.start();
        awaitReceived(1);
        return id;
    }

    private LedgerInvoice received() {
        return workshop.ledger()
                .inTransaction(books -> books.invoices().inState(Direction.PURCHASE, Set.of(InvoiceState.RECEIVED)))
                .get(0);
    }

    private WorkOrder respond(InvoiceResponse response) {
        long id = workshop.ledger().inTransaction(books -> books.orders()
                .place(
                        WorkOrder.Kind.RESPOND,
                        "acme",
                        received().id(),
                        new ResponseJson().write(response),
                        "els@kantoor"));
        return finished(id);
    }

    private String importName() throws Exception {
        return workshop.files("import").stream()
                .filter(name -> name.endsWith(".xml"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("\\.xml$", "");
    }

    private Path put(String name, String json) throws Exception {
        Path respond = Files.createDirectories(workshop.acme("respond"));
        Path temporary = respond.resolve(name + ".tmp");
        Files.writeString(temporary, json);
        return Files.move(temporary, respond.resolve(name));
    }

    @Test
    void aRejectionByOrderReachesTheSupplierAndThePersonIsTold() throws Exception {
        String id = receive("2026-1");

        WorkOrder answered = respond(REJECTED);

        assertThat(answered.outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(answered.answerDutch()).contains("RE (afgewezen)");
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.REJECTED);
        assertThat(respond(REJECTED).answerDutch()).contains("was er al");
        assertThat(respond(InvoiceResponse.of(ResponseStatus.AP)).outcome()).isEqualTo(WorkOrder.Outcome.REFUSED);
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.REJECTED);
    }

    @Test
    void whatThePlatformCannotSayIsRefusedInWords() throws Exception {
        receive("2026-1");

        WorkOrder answered = respond(InvoiceResponse.of(ResponseStatus.IP));

        assertThat(answered.outcome()).isEqualTo(WorkOrder.Outcome.REFUSED);
        assertThat(answered.answerDutch()).contains("AP (geaccepteerd)");
        assertThat(answered.answerEnglish()).contains("AP (accepted)");
    }

    @Test
    void filesAreSentAlsoWhenTheFirstAnswerOfEConnectIsLost() throws Exception {
        String id = receive("2026-1");
        workshop.simulator
                .faults()
                .on(Operation.SET_INBOX_DOCUMENT_STATUS)
                .times(1)
                .inject(Fault.statusAfterAcceptance(503));

        String name = importName() + ".response.json";
        put(name, "{\"status\":\"AP\"}");
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("respond").equals(List.of("done/" + name)));
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.ACCEPTED);

        put(name, "{\"status\":\"PD\"}");
        await().atMost(Workshop.PATIENCE).until(() -> workshop.simulator.status(id) == InvoiceStatus.PAID);
    }

    @Test
    void aFileThatIsNoAnswerIsHeldWithItsReason() throws Exception {
        receive("2026-1");

        put("nergens.response.json", "{\"status\":\"AP\"}");

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("respond")
                .equals(List.of("held/nergens.response.json", "held/nergens.response.reason.txt")));
        assertThat(openAlarms()).extracting(Alarm::cause).contains("respond-file/acme");
    }

    /** The order is in the ledger, and the program dies before eConnect was told: the next start tells it. */
    @Test
    void anOrderGivenWhileNothingRunsIsCarriedOutAtTheNextStart() throws Exception {
        String id = receive("2026-1");
        LedgerInvoice invoice = received();
        workshop.simulator
                .faults()
                .on(Operation.SET_INBOX_DOCUMENT_STATUS)
                .times(1)
                .inject(Fault.statusAfterAcceptance(503));
        long order = workshop.ledger().inTransaction(books -> books.orders()
                .place(
                        WorkOrder.Kind.RESPOND,
                        "acme",
                        invoice.id(),
                        new ResponseJson().write(REJECTED),
                        "els@kantoor"));
        workshop.stop();
        workshop.start();

        assertThat(finished(order).outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        await().atMost(Workshop.PATIENCE).until(() -> workshop.ledger()
                .<Boolean>reading(books -> books.responses().unsettled().isEmpty()));
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.REJECTED);
        assertThat(workshop.ledger()
                        .<Integer>reading(
                                books -> books.responses().of(invoice.id()).size()))
                .isEqualTo(1);
    }

    @Test
    void aStatusThatIsSetByItselfIsAnAnswerGiven() throws Exception {
        workshop.close();
        workshop = new Workshop(folder.resolve("forty")).with("company.acme.received-status=40");
        String id = receive("2026-1");
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.ACCEPTED);

        assertThat(respond(InvoiceResponse.of(ResponseStatus.AP)).answerDutch()).contains("was er al");
        assertThat(respond(REJECTED).outcome()).isEqualTo(WorkOrder.Outcome.REFUSED);
        assertThat(workshop.simulator.journal().calls(Operation.SET_INBOX_DOCUMENT_STATUS))
                .hasSize(1);
        assertThat(respond(InvoiceResponse.of(ResponseStatus.PD)).outcome()).isEqualTo(WorkOrder.Outcome.DONE);
        assertThat(workshop.simulator.status(id)).isEqualTo(InvoiceStatus.PAID);
    }
}
