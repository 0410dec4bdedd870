package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed between two steps of picking up, and started again. */
class PickUpCrashTest {
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

    private void assertOnItsWayOnce(String... outbox) throws IOException {
        assertThat(room.invoices("acme")).singleElement().matches(row -> row.state() == InvoiceState.ON_ITS_WAY);
        assertThat(room.files("outbox")).containsExactly(outbox);
        assertThat(room.files("export")).isEmpty();
        assertThat(room.files("held")).isEmpty();
        assertThat(room.deliverAll()).hasSize(1);
    }

    @Test
    void afterTheClaim() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.claim("FACTUUR.XML");

        room.restart();

        assertOnItsWayOnce("FACTUUR_1001.xml");
    }

    @Test
    void afterTheClaimAnUnusableFileIsHeldAllTheSame() throws IOException {
        room.export("FACTUUR.XML", "geen XML");
        room.claim("FACTUUR.XML");

        room.restart();

        assertThat(room.newest().state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.files("held")).containsExactly("FACTUUR.reason.txt", "FACTUUR.xml");
    }

    @Test
    void afterArchivingAndBeforeTheLedger() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        String folder = room.archive.salesFolder(
                "acme",
                room.clock.instant(),
                "FACTUUR_1001",
                UblDigest.sha256(claim.xml().orElseThrow()));
        room.archive.keep(claim.xml().orElseThrow(), folder, Archive.DOCUMENT);

        room.restart();

        assertOnItsWayOnce("FACTUUR_1001.xml");
    }

    @Test
    void afterTheLedgerAndBeforeTheMove() throws IOException {
        room.export("FACTUUR.PDF", "%PDF-1.7");
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.settle();
        LedgerInvoice invoice = room.newest();
        undoTheMove(invoice, InvoiceState.ACCEPTED, Optional.empty(), Place.OUTBOX);

        room.restart();

        assertThat(room.invoices("acme")).hasSize(1);
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
        assertThat(room.eventKinds(invoice.id())).doesNotContain("restored");
    }

    @Test
    void afterTheLedgerAndBeforeTheMoveToHeld() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoiceOf("87654321", "1001"));
        Path claim = room.folder("outbox").resolve(".claim~abc-x~FACTUUR.xml");
        Files.move(room.folder("held").resolve("FACTUUR_1001.xml"), claim);
        Files.delete(room.folder("held").resolve("FACTUUR_1001.reason.txt"));
        room.ledger.record(books -> {
            books.invoices().place(invoice.id(), Place.OUTBOX, ".claim~abc-x~FACTUUR");
            books.invoices().placed(invoice.id());
            books.invoices().place(invoice.id(), Place.OUTBOX, "FACTUUR_1001");
            books.invoices().place(invoice.id(), Place.HELD, "FACTUUR_1001");
        });

        room.restart();

        assertThat(room.files("held")).containsExactly("FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");
        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.eventKinds(invoice.id())).doesNotContain("restored", "again");
    }

    /** As if the program had been killed after its row was written: the files still have the name of the claim. */
    private void undoTheMove(LedgerInvoice invoice, InvoiceState state, Optional<Reason> reason, Place place)
            throws IOException {
        for (String extension : List.of(".pdf", ".xml")) {
            Files.move(
                    room.folder("outbox").resolve(invoice.stem() + extension),
                    room.folder("outbox").resolve(".claim~abc-x~FACTUUR" + extension));
        }
        room.ledger.record(books -> {
            books.invoices().place(invoice.id(), Place.OUTBOX, ".claim~abc-x~FACTUUR");
            books.invoices().placed(invoice.id());
            books.invoices().place(invoice.id(), place, invoice.stem());
            books.invoices().state(invoice.id(), state, reason);
            HeldInvoices.withdrawDeliveries(books, invoice);
        });
    }

    @Test
    void halfWayTheMove() throws IOException {
        room.export("FACTUUR.PDF", "%PDF-1.7");
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.settle();
        LedgerInvoice invoice = room.newest();
        undoTheMove(invoice, InvoiceState.ON_ITS_WAY, Optional.empty(), Place.OUTBOX);
        Files.move(
                room.folder("outbox").resolve(".claim~abc-x~FACTUUR.pdf"),
                room.folder("outbox").resolve("FACTUUR_1001.pdf"));

        room.restart();

        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
        assertThat(room.eventKinds(invoice.id())).doesNotContain("restored");
    }

    @Test
    void afterTheMoveAndBeforeTheLookUp() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        room.register.register(room.reader.read(claim));
        assertThat(room.newest().state()).isEqualTo(InvoiceState.ACCEPTED);

        room.clock.advance(Duration.ofSeconds(1));
        room.restart();

        assertOnItsWayOnce("FACTUUR_1001.xml");
    }

    @Test
    void beforeTheMoveToSent() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.ledger.record(books -> {
            books.invoices().state(invoice.id(), InvoiceState.SENT, Optional.empty());
            books.invoices().place(invoice.id(), Place.SENT, "2026-11/FACTUUR_1001");
        });

        room.restart();

        assertThat(room.files("sent")).containsExactly("2026-11/FACTUUR_1001.xml");
        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.invoice(invoice.id()).where().placed()).isTrue();
    }

    @Test
    void betweenThePdfAndTheXmlOfAClaimTheyAreStillOne() throws IOException {
        Path pdf = room.export("FACTUUR.PDF", "%PDF-1.7");
        Path xml = room.export("FACTUUR.XML", Documents.invoice("1001"));
        takePdfOnly(pdf, xml);

        room.restart();

        assertThat(room.newest().originalName()).isEqualTo("FACTUUR.XML");
        assertOnItsWayOnce("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
    }

    @Test
    void aPdfThatWasTakenNeverGoesWithANewXmlOfThatName() throws IOException {
        Path pdf = room.export("FACTUUR.PDF", "%PDF-1.7");
        Path xml = room.export("FACTUUR.XML", Documents.invoice("1001"));
        takePdfOnly(pdf, xml);
        room.crash();
        room.export("FACTUUR.XML", Documents.invoice("1002", Documents.PAPER, "Nieuw"));

        room.start();
        room.settle();

        assertThat(room.newest().number()).isEqualTo("1002");
        assertThat(room.newest().hasPdf()).isFalse();
        assertThat(room.reasonCode(room.invoices("acme").get(0).id())).isEqualTo("sales.pdf-alone");
        assertThat(room.files("held")).containsExactly("FACTUUR.pdf", "FACTUUR.reason.txt");
    }

    @Test
    void anOutboxThatIsGoneAtTheStartDoesNotPartThem() throws IOException {
        Path pdf = room.export("FACTUUR.PDF", "%PDF-1.7");
        Path xml = room.export("FACTUUR.XML", Documents.invoice("1001"));
        takePdfOnly(pdf, xml);
        room.crash();
        Path away = room.folder("elders");
        Files.move(room.folder("outbox"), away);
        room.start();
        room.settle();
        Files.move(away, room.folder("outbox"));
        room.settle();
        assertThat(room.files("export")).as("nothing is taken before the look").containsExactly("FACTUUR.XML");

        room.accept(room.interrupted.stale());

        assertOnItsWayOnce("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
    }

    private void takePdfOnly(Path pdf, Path xml) throws IOException {
        room.pass(Duration.ofSeconds(2));
        String stem = new ClaimName(room.clock.millis(), ClaimName.markOf(xml), "FACTUUR").stem();
        room.claims.take(room.companies.get("acme"), pdf, stem + ".pdf");
    }

    @Test
    void aClaimWhoseStepFailedIsTakenUpAgainAfterAWhile() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.claim("FACTUUR.XML");
        assertThat(room.interrupted.stale()).isEmpty();
        room.clock.advance(Duration.ofSeconds(61));

        room.accept(room.interrupted.stale());

        assertOnItsWayOnce("FACTUUR_1001.xml");
    }

    @Test
    void twoStepsThatFoundTheSameClaimRegisterItOnce() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        Arrival one = room.reader.read(claim);
        Arrival other = room.reader.read(claim);

        Registration first = room.register.register(one);
        Registration second = room.register.register(other);
        room.accept(List.of(claim));
        room.lookUp(List.of(first));

        assertThat(second.isToLookUp()).isFalse();
        assertThat(room.alarmCauses()).isEmpty();
        assertOnItsWayOnce("FACTUUR_1001.xml");
    }

    @Test
    void aDoubleThatWasHalfPutAsideIsFinished() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        room.export("FACTUUR.PDF", "%PDF-1.7");
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        Files.move(claim.pdf().orElseThrow(), room.folder("sent").resolve("2026-11/FACTUUR_1001-dubbel.pdf"));

        room.restart();

        assertThat(room.files("sent"))
                .containsExactly(
                        "2026-11/FACTUUR_1001-dubbel.note.txt",
                        "2026-11/FACTUUR_1001-dubbel.pdf",
                        "2026-11/FACTUUR_1001-dubbel.xml",
                        "2026-11/FACTUUR_1001.xml");
    }

    @Test
    void filesInTheOutboxThatAreNotOursStopNothing() throws IOException {
        Files.writeString(room.folder("outbox").resolve(".claim~zomaar.xml"), "x");
        Files.writeString(room.folder("outbox").resolve(".claim~abc-x~f.xml.anders-1"), "x");
        Files.writeString(room.folder("outbox").resolve(".claim~-~.xml"), "x");

        room.restart();

        assertThat(room.invoices("acme")).isEmpty();
        assertThat(room.files("outbox")).hasSize(3);
    }

    @Test
    void theLookUpIsNotDoneTwice() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        Registration registration = room.register.register(room.reader.read(claim));
        LookedUp decided = room.relations.lookUp(registration);
        room.relationFile("acme", "1;Een ander;print;;");
        room.clock.advance(Duration.ofSeconds(3));
        room.relations.lookUp(registration);
        room.clock.advance(Duration.ofSeconds(3));
        LookedUp undecided = room.relations.lookUp(registration);
        assertThat(undecided.isDecided()).isFalse();

        room.plan.plan(decided);
        room.plan.hold(undecided);
        room.plan.plan(decided);

        assertOnItsWayOnce("FACTUUR_1001.xml");
    }
}
