package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.DeliveryWithdrawnException;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.Documents;
import io.github.komaseconnect.sales.PostRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order to withdraw an invoice before its first attempt. */
class CancelTest {
    @TempDir
    Path root;

    private PostRoom room;
    private Counter counter;

    @BeforeEach
    void open() throws IOException {
        room = new PostRoom(root)
                .delay(Duration.ofMinutes(10))
                .company("acme", PdfPolicy.OPTIONAL)
                .start();
        counter = new Counter(room);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void withinTheDelayNothingIsSentAndTheFileIsInHeld() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));

        assertThat(counter.outcome(Kind.CANCEL, invoice.id(), "")).isEqualTo(Outcome.DONE);

        room.clock.advance(Duration.ofHours(1));
        assertThat(room.deliverAll()).isEmpty();
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.CANCELLED);
        assertThat(room.files("held")).containsExactly("FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");
        assertThat(room.text("held", "FACTUUR_1001.reason.txt")).contains("Geannuleerd door els@kantoor");
        assertThat(room.files("outbox")).isEmpty();
        assertThat(counter.ordersOf(invoice.id())).containsExactly("els@kantoor: Opdracht: annuleren.");
        assertThat(room.alarmCauses()).as("a person wanted it").isEmpty();
    }

    @Test
    void movingItBackToExportSendsIt() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        counter.order(Kind.CANCEL, invoice.id(), "");
        Files.move(
                room.folder("held").resolve("FACTUUR_1001.xml"),
                room.folder("export").resolve("FACTUUR_1001.xml"));

        room.settle();
        room.clock.advance(Duration.ofMinutes(11));

        assertThat(room.deliverAll())
                .singleElement()
                .satisfies(sent -> assertThat(sent.invoice().id()).isEqualTo(invoice.id()));
        assertThat(room.files("held")).isEmpty();
    }

    @Test
    void afterItOtherContentOfTheNumberMayGo() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        counter.order(Kind.CANCEL, invoice.id(), "");

        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        assertThat(second.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
    }

    @Test
    void aHeldOneIsHeldNoLonger() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        assertThat(room.alarmCauses()).hasSize(1);

        counter.order(Kind.CANCEL, invoice.id(), "");

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.CANCELLED);
        assertThat(room.alarmCauses()).isEmpty();
        assertThat(room.files("held")).containsExactly("FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");
        assertThat(room.text("held", "FACTUUR_1001.reason.txt"))
                .contains("Geannuleerd door")
                .doesNotContain("99999 staat niet");
    }

    @Test
    void oneWhoseSendingHasBegunIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.clock.advance(Duration.ofMinutes(11));
        room.deliver(new AttemptOutcome.Temporary(Reason.of("test", "Even niet.", "Not now.")));

        var order = counter.order(Kind.CANCEL, invoice.id(), "");

        assertThat(order.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(order.answerDutch()).contains("al begonnen");
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
    }

    @Test
    void oneThatAWorkerHasInHandButNotBegunIsNotSent() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.clock.advance(Duration.ofMinutes(11));
        Shipment inHand = room.due.take().get(0);

        counter.order(Kind.CANCEL, invoice.id(), "");

        Assertions.assertThatThrownBy(() -> room.attempts.begin(inHand)).isInstanceOf(DeliveryWithdrawnException.class);
    }

    @Test
    void oneThatWasSentIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.clock.advance(Duration.ofMinutes(11));
        room.deliverAll();

        assertThat(counter.outcome(Kind.CANCEL, invoice.id(), "")).isEqualTo(Outcome.REFUSED);
        assertThat(room.files("sent")).hasSize(1);
    }

    @Test
    void oneInDoubtIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, ""));
        room.clock.advance(Duration.ofMinutes(11));
        room.deliver(PostRoom.inDoubt());

        assertThat(counter.outcome(Kind.CANCEL, invoice.id(), "")).isEqualTo(Outcome.REFUSED);
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
    }
}
