package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that go, files that people take away or change. */
class FoldersTest {
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

    private void away(String name) throws IOException {
        Files.move(room.folder(name), room.folder(name + "-weg"));
    }

    /** Unusable for everybody, also for an administrator: a file stands where the folder was. */
    private void blocked(String name) throws IOException {
        away(name);
        Files.writeString(room.folder(name), "");
    }

    private void back(String name) throws IOException {
        Files.deleteIfExists(room.folder(name));
        Files.move(room.folder(name + "-weg"), room.folder(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "export", "outbox", "sent", "held", "print-spool"})
    void aFolderThatHasGoneIsToldOnceAndItsReturnToo(String name) throws IOException {
        FolderWatch watch = new FolderWatch(room.companies, room.ledger, room.alarms);
        watch.look();
        assertThat(room.alarmCauses()).isEmpty();
        away(name);

        watch.look();
        watch.look();

        assertThat(room.alarmCauses()).containsExactly("folder/acme/" + name);
        assertThat(room.alarmWords()).contains("De map " + name, "hij is er niet.", "it is not there.");
        assertThat(room.files(name)).as("it is not made by us").isEmpty();
        back(name);
        watch.look();
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void withoutOutboxNothingIsTaken() throws IOException {
        away("outbox");
        room.export("A.XML", Documents.invoice("1001"));
        room.settle();
        assertThat(room.files("export")).containsExactly("A.XML");
        assertThat(room.folder("outbox")).doesNotExist();

        back("outbox");
        room.settle();

        assertThat(room.newest().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
    }

    @Test
    void anExportFolderThatComesBackIsReadAgain() throws IOException {
        room.export("A.XML", Documents.invoice("1001"));
        away("export");
        room.settle();
        back("export");
        room.settle();

        assertThat(room.newest().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutHeldTheFileWaitsWhereItIs(boolean missing) throws IOException {
        if (missing) {
            away("held");
        } else {
            blocked("held");
        }
        LedgerInvoice invoice = room.send("A.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.files("outbox")).containsExactly("A_1001.xml");
        assertThat(room.alarmCauses()).contains("folder/acme/place");
        assertThat(room.alarmWords())
                .contains("Het bestand van 1001 kan niet verplaatst worden", "outbox, sent en held");
        back("held");
        room.clock.advance(Duration.ofSeconds(30));
        room.placement.tidy();

        assertThat(room.files("held")).containsExactly("A_1001.reason.txt", "A_1001.xml");
        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.alarmCauses()).doesNotContain("folder/acme/place");
    }

    @Test
    void anUnusableFileWaitsUnderItsHiddenNameAndIsNotTakenForNew() throws IOException {
        blocked("held");
        room.send("A.XML", "geen XML");
        room.acceptWhatWasLeft();
        assertThat(room.invoices("acme")).hasSize(1);

        back("held");
        room.accept(room.interrupted.stale());

        assertThat(room.files("held")).containsExactly("A.reason.txt", "A.xml");
        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.eventKinds(room.newest().id())).containsExactly("accepted", "held");
    }

    @Test
    void theAlarmAboutMovesEndsWithTheLastFileThatIsStuck() throws IOException {
        blocked("held");
        room.send("A.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        room.send("B.XML", Documents.invoice("1002"));

        room.deliverAll();

        assertThat(room.files("sent")).hasSize(1);
        assertThat(room.alarmCauses()).as("A is still stuck").contains("folder/acme/place");
    }

    @Test
    void withoutSentTheInvoiceIsSentAndItsFileFollowsLater() throws IOException {
        room.send("A.XML", Documents.invoice("1001"));
        away("sent");
        room.deliverAll();
        assertThat(room.newest().state()).isEqualTo(InvoiceState.SENT);
        assertThat(room.files("outbox")).containsExactly("A_1001.xml");
        assertThat(room.folder("sent")).doesNotExist();

        back("sent");
        room.clock.advance(Duration.ofSeconds(30));
        room.placement.tidy();

        assertThat(room.files("sent")).containsExactly("2026-11/A_1001.xml");
        assertThat(room.files("outbox")).isEmpty();
    }

    @Test
    void withoutSentADoubleWaitsInTheOutboxWithOneAlarm() throws IOException {
        room.send("A.XML", Documents.invoice("1001"));
        away("sent");
        room.send("B.XML", Documents.invoice("1001"));
        assertThat(room.files("outbox")).hasSize(2);
        assertThat(room.alarmCauses()).containsExactly("folder/acme/pick-up");
        assertThat(room.alarmWords()).contains("niet gevonden: ", "not found: ");

        back("sent");
        room.acceptWhatWasLeft();

        assertThat(room.files("sent")).containsExactly("2026-11/B_1001-dubbel.note.txt", "2026-11/B_1001-dubbel.xml");
        assertThat(room.files("outbox")).containsExactly("A_1001.xml");
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void withoutArchiveNothingIsAcceptedAndItGoesOnByItself() throws IOException {
        Path archive = root.resolve("data/archive");
        Files.createDirectories(root.resolve("data"));
        Files.writeString(archive, "in de weg");
        room.export("A.XML", Documents.invoice("1001"));
        room.settle();
        assertThat(room.invoices("acme")).isEmpty();
        assertThat(room.alarmCauses()).containsExactly("folder/acme/pick-up");

        Files.delete(archive);
        room.acceptWhatWasLeft();

        assertThat(room.newest().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void aFileThatAnotherProgramHoldsIsTriedAgainAndToldWhenItLasts() throws IOException {
        Path file = room.export("A.XML", Documents.invoice("1001"));
        IOException locked = new IOException("het bestand is in gebruik");
        for (int second = 0; second < 30; second++) {
            room.trouble.cannotTake("acme", file, locked);
            room.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(room.alarmCauses()).as("a virus scanner for a moment").isEmpty();
        room.clock.advance(Duration.ofSeconds(31));
        room.trouble.cannotTake("acme", file, locked);
        assertThat(room.alarmCauses()).containsExactly("folder/acme/pick-up");

        room.settle();

        assertThat(room.newest().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void theAlarmAboutAFileThatWasTakenAwayEndsByItself() throws IOException {
        Path file = room.folder("export").resolve("A.XML");
        room.trouble.cannotTake("acme", file, new IOException("x"));
        room.clock.advance(Duration.ofMinutes(2));
        room.trouble.cannotTake("acme", file, new IOException("x"));
        assertThat(room.alarmCauses()).hasSize(1);
        room.clock.advance(Duration.ofMinutes(6));

        room.trouble.tidy();

        assertThat(room.alarmCauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A_1001.xml", "A_1001.pdf"})
    void aFileTakenFromTheOutboxIsRestoredWithAnAlarmThatEnds(String taken) throws IOException {
        room.export("A.PDF", "%PDF-1.7");
        room.send("A.XML", Documents.invoice("1001"));
        Files.delete(room.folder("outbox").resolve(taken));

        room.outboxWatch.look();

        assertThat(room.files("outbox")).containsExactly("A_1001.pdf", "A_1001.xml");
        assertThat(room.text("outbox", "A_1001.xml")).isEqualTo(Documents.invoice("1001"));
        assertThat(room.eventKinds(room.newest().id())).contains("restored");
        assertThat(room.alarmCauses()).containsExactly("taken/acme");
        room.outboxWatch.look();
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void anInvoiceThatIsDeliveredMeanwhileIsNotRestored() throws IOException {
        room.send("A.XML", Documents.invoice("1001"));
        room.deliverAll();

        room.outboxWatch.look();

        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void aFileChangedInTheOutboxDoesNotChangeWhatIsSentAndIsKeptAside() throws IOException {
        room.send("A.XML", Documents.invoice("1001"));
        Files.writeString(room.folder("outbox").resolve("A_1001.xml"), Documents.changed("1001"));

        Shipment sent = room.deliverAll().get(0);

        assertThat(Files.readString(sent.ubl())).isEqualTo(Documents.invoice("1001"));
        assertThat(room.text("sent", "2026-11/A_1001.xml")).isEqualTo(Documents.invoice("1001"));
        assertThat(room.files("outbox")).containsExactly("A_1001.xml.anders-1");
        assertThat(room.eventKinds(room.newest().id())).contains("restored");
    }

    @Test
    void aStrangeFileUnderOurNameIsKeptAside() throws IOException {
        Files.writeString(room.folder("outbox").resolve("A_1001.xml"), "van iemand anders");

        room.send("A.XML", Documents.invoice("1001"));

        assertThat(room.files("outbox")).containsExactly("A_1001.xml", "A_1001.xml.anders-1");
        assertThat(room.text("outbox", "A_1001.xml.anders-1")).isEqualTo("van iemand anders");
    }

    @Test
    void theArchiveIsNeverChanged() throws IOException {
        LedgerInvoice invoice = room.send("A.XML", Documents.invoice("1001"));
        Path kept = room.archive.file(invoice.archive(), Archive.DOCUMENT);

        room.archive.keep(Files.writeString(root.resolve("ander.xml"), "anders"), invoice.archive(), Archive.DOCUMENT);

        assertThat(kept).hasContent(Documents.invoice("1001"));
        assertThat(UblDigest.sha256(kept)).isEqualTo(invoice.sha256());
        assertThat(invoice.archive()).startsWith("acme/sales/2026/11/A_1001_");
    }
}
