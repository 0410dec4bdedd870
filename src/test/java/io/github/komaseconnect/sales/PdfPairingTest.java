package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.PdfPolicy;
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

/** Which PDF goes with which XML. */
class PdfPairingTest {
    private static final String PDF = "%PDF-1.7 een";
    private static final String OTHER_PDF = "%PDF-1.7 twee";

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

    private void policy(PdfPolicy pdf) throws IOException {
        room.close();
        room = new PostRoom(root.resolve("other")).company("acme", pdf).start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FACTUUR.PDF", "FACTUUR.pdf", "FACTUUR.Pdf"})
    void aPdfOfTheSameNameGoesAlong(String name) throws IOException {
        room.export(name, PDF);
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));

        assertThat(invoice.hasPdf()).isTrue();
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
        assertThat(Files.readString(room.archive.file(invoice.archive(), Archive.PDF)))
                .isEqualTo(PDF);
        assertThat(room.files("export")).isEmpty();
    }

    @Test
    void aCompletePairIsTakenWithoutWaitingForThePdfWait() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.export("FACTUUR.PDF", PDF);

        room.pass(Duration.ofSeconds(4));

        assertThat(room.invoices("acme")).singleElement().matches(LedgerInvoice::hasPdf);
    }

    @Test
    void aPdfMayArriveLater() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.pass(PostRoom.PDF_WAIT.minusSeconds(1));
        assertThat(room.invoices("acme")).isEmpty();
        room.export("FACTUUR.PDF", PDF);
        room.settle();

        assertThat(room.invoices("acme")).singleElement().matches(LedgerInvoice::hasPdf);
        assertThat(room.files("held")).isEmpty();
    }

    @Test
    void aPdfMayBeThereFirst() throws IOException {
        room.export("FACTUUR.PDF", PDF);
        room.pass(PostRoom.PDF_WAIT);
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.settle();

        assertThat(room.invoices("acme")).singleElement().matches(LedgerInvoice::hasPdf);
        assertThat(room.files("held")).isEmpty();
    }

    @Test
    void aPdfThatIsStillBeingWrittenIsWaitedFor() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        for (int part = 1; part < 30; part++) {
            room.export("FACTUUR.PDF", "%PDF-1.7" + "x".repeat(part));
            room.pass(Duration.ofSeconds(1));
        }
        assertThat(room.invoices("acme")).isEmpty();

        room.settle();

        assertThat(room.text("outbox", "FACTUUR_1001.pdf")).hasSize(8 + 29);
    }

    @Test
    void withoutPdfTheXmlGoesOnAfterThePdfWait() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.pass(PostRoom.PDF_WAIT.plusSeconds(3));

        assertThat(room.invoices("acme")).singleElement().matches(invoice -> !invoice.hasPdf());
    }

    @Test
    void aPdfAloneIsHeldWithItsReasonAndNeverGoesWithALaterXmlOfThatName() throws IOException {
        LedgerInvoice alone = room.send("FACTUUR.PDF", PDF);
        assertThat(alone.state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.reasonCode(alone.id())).isEqualTo("sales.pdf-alone");
        assertThat(room.files("held")).containsExactly("FACTUUR.pdf", "FACTUUR.reason.txt");
        assertThat(room.text("held", "FACTUUR.reason.txt")).contains("zet de XML en deze PDF samen");

        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));

        assertThat(invoice.hasPdf()).isFalse();
        assertThat(invoice.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.invoice(alone.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.files("held")).containsExactly("FACTUUR.pdf", "FACTUUR.reason.txt");
    }

    @Test
    void aHeldPdfThatAPersonPutsBackWithItsXmlGoesAlongAndIsNoLongerHeld() throws IOException {
        LedgerInvoice alone = room.send("FACTUUR.PDF", PDF);
        Files.move(
                room.folder("held").resolve("FACTUUR.pdf"),
                room.folder("export").resolve("FACTUUR.pdf"));

        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));

        assertThat(invoice.hasPdf()).isTrue();
        assertThat(invoice.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.invoice(alone.id()).state()).isEqualTo(InvoiceState.REPLACED);
        assertThat(room.text("held", "FACTUUR.reason.txt")).contains("FACTUUR_1001");
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void aHeldPdfOfferedAloneAgainIsStillTheSame() throws IOException {
        LedgerInvoice alone = room.send("FACTUUR.PDF", PDF);
        Files.move(
                room.folder("held").resolve("FACTUUR.pdf"),
                room.folder("export").resolve("FACTUUR.pdf"));

        LedgerInvoice again = room.send("X.TXT", "iets anders");

        assertThat(again.id()).isEqualTo(alone.id());
        assertThat(again.state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.files("held")).containsExactly("FACTUUR.pdf", "FACTUUR.reason.txt");
        assertThat(room.files("outbox")).isEmpty();
    }

    @Test
    void withPolicyNoneThePdfIsLeftOverAndTheXmlDoesNotWait() throws IOException {
        policy(PdfPolicy.NONE);
        room.export("FACTUUR.PDF", PDF);
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.pass(Duration.ofSeconds(4));
        assertThat(room.invoices("acme")).singleElement().matches(invoice -> !invoice.hasPdf());

        room.settle();

        assertThat(room.files("held")).containsExactly("FACTUUR.pdf", "FACTUUR.reason.txt");
    }

    @Test
    void withPolicyRequiredAnXmlAloneIsHeldAndGoesOnOnceItsPdfIsThere() throws IOException {
        policy(PdfPolicy.REQUIRED);
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoice("1001"));
        assertThat(room.reasonCode(invoice.id())).isEqualTo("sales.pdf-missing");
        assertThat(room.files("held")).containsExactly("FACTUUR_1001.reason.txt", "FACTUUR_1001.xml");

        Files.move(
                room.folder("held").resolve("FACTUUR_1001.xml"),
                room.folder("export").resolve("F.xml"));
        room.export("F.pdf", PDF);
        room.settle();

        assertThat(room.invoices("acme")).singleElement().satisfies(now -> {
            assertThat(now.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
            assertThat(now.hasPdf()).isTrue();
        });
        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
        assertThat(room.files("held")).isEmpty();
    }

    @Test
    void anotherPdfWithTheSameXmlCounts() throws IOException {
        room.export("FACTUUR.PDF", PDF);
        LedgerInvoice first = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));
        assertThat(first.state()).isEqualTo(InvoiceState.HELD);
        room.relationFile("acme", "99999;Nieuw;print;;");
        room.export("FACTUUR.PDF", OTHER_PDF);

        LedgerInvoice second = room.send("FACTUUR.XML", Documents.invoice("1001", Documents.UNKNOWN, ""));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(Files.readString(room.archive.file(second.archive(), Archive.PDF)))
                .isEqualTo(OTHER_PDF);
        assertThat(room.invoice(first.id()).state()).isEqualTo(InvoiceState.REPLACED);
    }
}
