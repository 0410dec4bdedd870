package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same content, or the same number, offered more than once. */
class SameContentTest {
    @TempDir
    Path root;

    private PostRoom room;

    @BeforeEach
    void open() throws IOException {
        room = PostRoom.open(root);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theSameContentAsOneSentIsPutAsideWithANote() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        room.export("KOPIE.PDF", "%PDF-1.7");

        room.send("KOPIE.XML", Documents.invoice("1001"));

        assertThat(room.invoices("acme")).hasSize(1);
        assertThat(room.deliverAll()).isEmpty();
        assertThat(room.files("sent"))
                .containsExactly(
                        "2026-11/FACTUUR_1001.xml",
                        "2026-11/KOPIE_1001-dubbel.note.txt",
                        "2026-11/KOPIE_1001-dubbel.pdf",
                        "2026-11/KOPIE_1001-dubbel.xml");
        assertThat(room.text("sent", "2026-11/KOPIE_1001-dubbel.note.txt"))
                .startsWith("NEDERLANDS")
                .contains("niet nog eens verzonden", "verzonden", "1001", "22-11-2026", "ENGLISH", "not sent again");
        assertThat(room.eventKinds(first.id())).contains("offered-again");
        assertThat(room.files("outbox")).isEmpty();
    }

    @Test
    void everyCopyGetsItsOwnName() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.send("FACTUUR.XML", Documents.invoice("1001"));

        assertThat(room.files("sent")).contains("2026-11/FACTUUR_1001-dubbel.xml", "2026-11/FACTUUR_1001-dubbel-2.xml");
    }

    @Test
    void theSameContentAsOneOnItsWayIsPutAside() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.send("FACTUUR.XML", Documents.invoice("1001"));

        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
        assertThat(room.files("sent")).contains("2026-11/FACTUUR_1001-dubbel.xml");
        assertThat(room.deliverAll()).hasSize(1);
    }

    @Test
    void theSameContentTwiceAtOnceIsSentOnce() throws IOException {
        room.export("A.XML", Documents.invoice("1001"));
        room.export("B.XML", Documents.invoice("1001"));
        room.settle();

        assertThat(room.deliverAll()).hasSize(1);
        assertThat(room.files("sent")).hasSize(3);
    }

    @Test
    void theSameContentAsAHeldOneIsTriedAgainWithTheRelationFileAsItIsNow() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        assertThat(first.state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.alarmCauses()).hasSize(1);
        room.relationFile("acme", "99999;Nieuw;print;;");

        LedgerInvoice again = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
        assertThat(room.files("held")).as("the copy and the reason are gone").isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void aFileMovedFromHeldBackToExportIsTriedAgain() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        room.relationFile("acme", "99999;Nieuw;print;;");
        Files.move(
                room.folder("held").resolve("FACTUUR_1001.xml"),
                room.folder("export").resolve("FACTUUR_1001.xml"));

        room.settle();

        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
    }

    @Test
    void heldAgainForTheSameReasonItHasOneReasonFileAndOneAlarm() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.files("held")).containsExactly("FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");
        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.alarmCauses()).hasSize(1);
    }

    @Test
    void otherContentWhileTheFirstIsSentIsHeld() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();

        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        assertThat(second.state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.reasonCode(second.id())).isEqualTo("sales.number-used");
        assertThat(room.files("held")).containsExactly("FACTUUR_1001-2.reason.txt", "FACTUUR_1001-2.xml");
        assertThat(room.text("held", "FACTUUR_1001-2.reason.txt"))
                .contains("resolve " + second.id() + " --send-again")
                .doesNotContain("terug naar de exportmap, of geef");
        assertThat(room.deliverAll()).isEmpty();
    }

    @Test
    void otherContentWhileTheFirstIsBeingTriedIsHeld() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliver(new AttemptOutcome.Temporary(Reason.of("test", "Even niet.", "Not now.")));

        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.reasonCode(second.id())).isEqualTo("sales.number-used");
    }

    @Test
    void itReplacesAFirstThatWasNotAttemptedYet() throws IOException {
        room.close();
        room = new PostRoom(root.resolve("slow"))
                .delay(Duration.ofHours(1))
                .company("acme", PdfPolicy.OPTIONAL)
                .start();
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001"));
        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        assertReplaced(first, second);
        room.clock.advance(Duration.ofHours(2));
        assertThat(room.deliverAll())
                .singleElement()
                .satisfies(shipment -> assertThat(shipment.invoice().id()).isEqualTo(second.id()));
    }

    @Test
    void itReplacesAFirstThatIsHeld() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        assertReplaced(first, second);
        assertThat(room.alarmCauses()).as("nothing is held any more").isEmpty();
    }

    @Test
    void itReplacesAFirstThatThePlatformRejected() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliver(PostRoom.rejected());
        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.HELD);

        LedgerInvoice second = room.send("FACTUUR.XML", Documents.changed("1001"));

        assertReplaced(first, second);
        assertThat(room.deliverAll()).hasSize(1);
    }

    private void assertReplaced(LedgerInvoice first, LedgerInvoice second) throws IOException {
        assertThat(second.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.REPLACED);
        assertThat(room.files("held")).containsExactly("FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");
        assertThat(room.text("held", "FACTUUR_1001.reason.txt"))
                .contains("Vervangen door een nieuw bestand met hetzelfde nummer (FACTUUR_1001-2)");
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001-2.xml");
        assertThat(room.deliveries(first.id())).noneMatch(delivery -> delivery.state() == DeliveryState.WAITING);
    }

    @Test
    void aReplacedFileThatIsOfferedAgainIsHeldOnceTheOtherWasSent() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        room.send("FACTUUR.XML", Documents.changed("1001"));
        room.deliverAll();

        LedgerInvoice again = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        assertThat(room.reasonCode(again.id())).isEqualTo("sales.number-used");
    }

    @Test
    void aFirstThatMayHaveArrivedIsNotReplaced() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, ""));
        room.deliver(PostRoom.inDoubt());
        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.HELD);

        LedgerInvoice second = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, "Anders"));

        assertThat(room.reasonCode(second.id())).isEqualTo("sales.number-used");
        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void anInvoiceInDoubtIsNotSentAgainByMovingItsFile() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.MAIL, ""));
        room.deliver(PostRoom.inDoubt());
        Files.move(
                room.folder("held").resolve("FACTUUR_1001.xml"),
                room.folder("export").resolve("FACTUUR_1001.xml"));

        room.settle();

        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.reasonCode(first.id())).isEqualTo("delivery.in-doubt");
        assertThat(room.text("held", "FACTUUR_1001.reason.txt")).contains("resolve " + first.id() + " --sent");
        assertThat(room.files("held")).contains("FACTUUR_1001.xml");
        assertThat(room.deliverAll()).isEmpty();
    }

    @Test
    void anInvoiceAndACreditNoteOfOneNumberAreDifferent() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        LedgerInvoice credit = room.send("FACTUUR.XML", Documents.creditNote("1001"));

        assertThat(credit.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.deliverAll()).hasSize(2);
        assertThat(room.files("sent")).containsExactly("2026-11/FACTUUR_1001-2.xml", "2026-11/FACTUUR_1001.xml");
    }

    @Test
    void anotherContentIsJudgedInTheMomentItIsRecorded() throws IOException {
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001"));
        Path file = room.export("FACTUUR.XML", Documents.changed("1001"));
        room.pass(PostRoom.PDF_WAIT);
        Arrival second =
                room.reader.read(room.claims.take("acme", file.toFile()).get(0));
        var open = room.attempts.begin(room.due.take().get(0));

        room.register.register(second);

        assertThat(room.newest().state()).isEqualTo(InvoiceState.HELD);
        room.attempts.end(new EndedAttempt(open, new AttemptOutcome.Delivered("bewijs")));
        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.SENT);
    }
}
