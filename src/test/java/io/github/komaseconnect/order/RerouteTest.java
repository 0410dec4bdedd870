package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.Documents;
import io.github.komaseconnect.sales.PostRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order to send an invoice by another method. */
class RerouteTest {
    @TempDir
    Path root;

    private PostRoom room;
    private Counter counter;

    @BeforeEach
    void open() throws IOException {
        room = PostRoom.open(root);
        counter = new Counter(room);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void assertGoesByPrint(LedgerInvoice invoice) {
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.deliverAll()).singleElement().satisfies(sent -> {
            assertThat(sent.invoice().id()).isEqualTo(invoice.id());
            assertThat(sent.delivery().destination().method()).isEqualTo(SendingMethod.PRINT);
        });
    }

    @Test
    void onePeppolInvoiceThatWaitsGoesByPrint() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        room.deliver(new AttemptOutcome.Temporary(Reason.of("test", "Even niet.", "Not now.")));
        room.clock.advance(Duration.ofMinutes(5));

        assertThat(counter.outcome(Kind.REROUTE, invoice.id(), "PRINT")).isEqualTo(Outcome.DONE);

        assertThat(room.deliveries(invoice.id()))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.WAITING, DeliveryState.CANCELLED);
        assertThat(counter.ordersOf(invoice.id())).singleElement().asString().startsWith("els@kantoor: ");
        assertGoesByPrint(invoice);
    }

    @Test
    void oneThatThePlatformRejectedGoesByPrintAndItsAlarmEnds() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        room.deliver(PostRoom.rejected());
        assertThat(room.alarmCauses()).hasSize(1);

        counter.order(Kind.REROUTE, invoice.id(), "PRINT");

        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
        assertGoesByPrint(invoice);
    }

    @Test
    void afterACrashItNeverGoesByTheMethodOfItsRelation() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        counter.place(Kind.REROUTE, invoice.id(), "PRINT");
        OrderDesk desk = counter.desk();
        desk.reroute(desk.take().get(0));

        room.restart();
        room.clock.advance(Duration.ofMinutes(2));
        room.lookUp(room.backlog.interrupted());

        assertGoesByPrint(invoice);
    }

    @Test
    void oneOfAnUnknownRelationGoesByPrintToo() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        counter.order(Kind.REROUTE, invoice.id(), "PRINT");

        assertGoesByPrint(invoice);
    }

    @Test
    void withoutAnAddressForTheMethodItIsRefusedAndNothingChanges() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));

        WorkOrder order = counter.order(Kind.REROUTE, invoice.id(), "EMAIL");

        assertThat(order.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(order.answerDutch()).isNotBlank();
        assertGoesByPrint(invoice);
    }

    @Test
    void oneInDoubtIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        room.deliver(PostRoom.inDoubt());

        WorkOrder order = counter.order(Kind.REROUTE, invoice.id(), "PRINT");

        assertThat(order.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(order.answerDutch()).contains("resolve");
        assertThat(room.deliveries(invoice.id())).extracting(Delivery::state).containsExactly(DeliveryState.IN_DOUBT);
    }

    @Test
    void oneThatIsBeingSentAtThisMomentIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        Shipment shipment = room.due.take().get(0);
        room.attempts.begin(shipment);

        assertThat(counter.outcome(Kind.REROUTE, invoice.id(), "PRINT")).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void oneThatWasSentIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.PEPPOL, ""));
        room.deliverAll();

        assertThat(counter.outcome(Kind.REROUTE, invoice.id(), "PRINT")).isEqualTo(Outcome.REFUSED);
        assertThat(room.deliverAll()).isEmpty();
    }

    @Test
    void oneWhoseNumberIsInUseIsRefused() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        WorkOrder order = counter.order(Kind.REROUTE, second.id(), "PRINT");

        assertThat(order.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(order.answerDutch()).contains("Er is al een factuur met nummer 1001");
    }

    @Test
    void anUnreadableFileIsRefused() throws IOException {
        LedgerInvoice broken = room.send("FACTUUR.XML", "geen XML");

        assertThat(counter.outcome(Kind.REROUTE, broken.id(), "PRINT")).isEqualTo(Outcome.REFUSED);
    }
}
