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
    void aMoveThatALossOfPowerUndidIsDoneAgain() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        String sent = room.files("sent").stream()
                .filter(name -> name.endsWith(".xml"))
                .findFirst()
                .orElseThrow();
        Files.move(room.folder("sent").resolve(sent), room.folder("outbox").resolve(invoice.stem() + ".xml"));

        room.restart();

        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.files("sent")).contains(sent);
        assertThat(room.deliverAll()).isEmpty();
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
}
