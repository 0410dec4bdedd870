package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.delivery.AttemptOutcome;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order to try a sales invoice again. */
class RetryTest {
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

    private LedgerInvoice heldForItsRelation() throws IOException {
        room.export("FACTUUR.PDF", "%PDF-1.7");
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        assertThat(invoice.state()).isEqualTo(InvoiceState.HELD);
        return invoice;
    }

    private void relationIsKnownNow() throws IOException {
        room.relationFile("acme", "99999;Nieuw;print;;");
        room.pass(Duration.ofSeconds(4));
    }

    @Test
    void aHeldInvoiceGoesOnWithTheRelationFileAsItIsNow() throws IOException {
        LedgerInvoice invoice = heldForItsRelation();
        relationIsKnownNow();

        assertThat(counter.outcome(Kind.RETRY, invoice.id(), "")).isEqualTo(Outcome.DONE);

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
        assertThat(counter.ordersOf(invoice.id())).containsExactly("els@kantoor: Opdracht: opnieuw proberen.");
        assertThat(room.deliverAll()).hasSize(1);
    }

    @Test
    void oneThatIsStillWrongIsHeldAgain() throws IOException {
        LedgerInvoice invoice = heldForItsRelation();

        assertThat(counter.outcome(Kind.RETRY, invoice.id(), "")).isEqualTo(Outcome.DONE);

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.files("held"))
                .containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");
        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.alarmCauses()).hasSize(1);
    }

    @Test
    void whatAPersonEditedInHeldCounts() throws IOException {
        LedgerInvoice invoice = heldForItsRelation();
        Files.writeString(room.folder("held").resolve("FACTUUR_1001.xml"), Documents.invoice("1001"));

        counter.order(Kind.RETRY, invoice.id(), "");

        LedgerInvoice edited = room.newest();
        assertThat(edited.id()).isNotEqualTo(invoice.id());
        assertThat(edited.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(edited.originalName()).isEqualTo("FACTUUR.XML");
        assertThat(Files.readString(room.deliverAll().get(0).ubl())).isEqualTo(Documents.invoice("1001"));
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.REPLACED);
        assertThat(room.text("held", "FACTUUR_1001.xml")).contains("99999");
        assertThat(room.text("held", "FACTUUR_1001.reason.txt")).contains("Vervangen");
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void anUnreadableFileThatAPersonRepairedInHeldCounts() throws IOException {
        LedgerInvoice broken = room.send("FACTUUR.XML", Documents.invoice(""));
        Files.writeString(room.folder("held").resolve("FACTUUR.xml"), Documents.invoice("1001"));

        counter.order(Kind.RETRY, broken.id(), "");

        assertThat(room.newest().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.invoice(broken.id()).state()).isEqualTo(InvoiceState.REPLACED);
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void aPdfThatAPersonReplacedInHeldCounts() throws IOException {
        LedgerInvoice invoice = heldForItsRelation();
        relationIsKnownNow();
        Files.writeString(room.folder("held").resolve("FACTUUR_1001.pdf"), "%PDF-1.7 verbeterd");

        counter.order(Kind.RETRY, invoice.id(), "");

        LedgerInvoice sent = room.deliverAll().get(0).invoice();
        assertThat(room.text("sent", "2026-11/" + sent.stem() + ".pdf")).isEqualTo("%PDF-1.7 verbeterd");
        assertThat(room.files("outbox")).isEmpty();
    }

    @Test
    void aFileThatAPersonThrewAwayComesFromTheArchive() throws IOException {
        LedgerInvoice invoice = heldForItsRelation();
        relationIsKnownNow();
        for (String file : room.files("held")) {
            Files.delete(room.folder("held").resolve(file));
        }

        counter.order(Kind.RETRY, invoice.id(), "");

        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
    }

    @Test
    void afterACrashItGoesOnAndBothFilesAreInOnePlace() throws IOException {
        LedgerInvoice invoice = heldForItsRelation();
        relationIsKnownNow();
        long id = counter.place(Kind.RETRY, invoice.id(), "");
        OrderDesk desk = counter.desk();
        desk.retry(desk.take().get(0)); // taken from held, and then the machine stops

        room.restart();

        assertThat(counter.find(id).outcome()).isEqualTo(Outcome.DONE);
        assertThat(room.invoices("acme")).singleElement().matches(row -> row.state() == InvoiceState.ON_ITS_WAY);
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
    }

    @Test
    void whenOnlyThePdfWasTakenItGoesBackToHeld() throws IOException {
        LedgerInvoice invoice = heldForItsRelation();
        Files.move(
                room.folder("held").resolve("FACTUUR_1001.pdf"),
                room.folder("outbox").resolve(".claim~abc-held~FACTUUR_1001.pdf"));

        room.restart();

        assertThat(room.files("held"))
                .containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");
        assertThat(room.invoices("acme")).extracting(LedgerInvoice::id).containsExactly(invoice.id());
    }

    @Test
    void oneThatWaitsIsTriedAtOnce() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliver(new AttemptOutcome.Temporary(Reason.of("test", "Even niet.", "Not now.")));
        assertThat(room.deliverAll()).isEmpty();

        assertThat(counter.outcome(Kind.RETRY, invoice.id(), "")).isEqualTo(Outcome.DONE);

        assertThat(room.deliverAll()).hasSize(1);
    }

    @Test
    void oneInDoubtIsRefusedWithTheOrderThatHelps() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, ""));
        room.deliver(PostRoom.inDoubt());

        var order = counter.order(Kind.RETRY, invoice.id(), "");

        assertThat(order.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(order.answerDutch()).contains("resolve " + invoice.id());
        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(counter.ordersOf(invoice.id())).isEmpty();
    }

    @Test
    void oneThatWasSentIsRefused() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();

        assertThat(counter.outcome(Kind.RETRY, invoice.id(), "")).isEqualTo(Outcome.REFUSED);
        assertThat(room.deliverAll()).isEmpty();
    }

    @Test
    void aPdfAloneIsRefused() throws IOException {
        LedgerInvoice alone = room.send("FACTUUR.PDF", "%PDF-1.7");

        assertThat(counter.outcome(Kind.RETRY, alone.id(), "")).isEqualTo(Outcome.REFUSED);
        assertThat(room.files("held")).hasSize(2);
    }

    @Test
    void oneWhoseNumberIsInUseIsHeldAgain() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        counter.order(Kind.RETRY, second.id(), "");

        assertThat(room.reasonCode(second.id())).isEqualTo("sales.number-used");
        assertThat(room.files("held")).containsExactly("FACTUUR_1001-2.reason.txt", "FACTUUR_1001-2.xml");
        assertThat(room.deliverAll()).isEmpty();
    }

    @Test
    void withoutHeldFolderTheOrderFailsAndNothingIsLost() throws IOException {
        Path away = room.folder("held-weg");
        Files.move(room.folder("held"), away);
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        assertThat(counter.outcome(Kind.RETRY, invoice.id(), "")).isEqualTo(Outcome.FAILED);

        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
        Files.move(away, room.folder("held"));
        relationIsKnownNow();
        assertThat(counter.outcome(Kind.RETRY, invoice.id(), "")).isEqualTo(Outcome.DONE);
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
        assertThat(room.deliverAll()).hasSize(1);
    }
}
