package io.github.komaseconnect.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.print.ipp.PrinterLogins;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed, what of it is kept, and that each is put ready once. */
class PrintDeliveryTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private PrintDelivery print;
    private Path spool;
    private Shipment shipment;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        SafeXml xml = new SafeXml();
        print = new PrintDelivery(
                dispatch.archive,
                new PdfChoice(new EmbeddedPdf(xml), new InvoicePdf(xml)),
                new PrintSpool(),
                dispatch.ledger,
                PrinterClient.patient(PrinterLogins.none()));
        spool = dispatch.companies.get("acme").folders().printSpool();
        dispatch.add("acme", "2026-1", SendingMethod.PRINT);
        shipment = dispatch.take().get(0);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private List<Path> spooled() throws Exception {
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
    }

    @Test
    void whatIsPrintedIsKeptByteForByte() throws Exception {
        Prepared prepared = print.prepare(shipment);
        EndedAttempt ended = print.print(dispatch.attempts.begin(shipment), prepared);
        dispatch.attempts.end(ended);

        assertThat(ended.outcome()).isEqualTo(new AttemptOutcome.Delivered("FACTUUR_2026-1.pdf"));
        Path kept = dispatch.archive.file(
                shipment.invoice().archive(), "delivery-" + shipment.delivery().id() + "-printed.pdf");
        assertThat(spooled()).singleElement().satisfies(one -> assertThat(one).hasSameBinaryContentAs(kept));
        assertThat(dispatch.ledger
                        .inTransaction(books ->
                                books.invoices().find(shipment.invoice().id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(InvoiceState.SENT);
    }

    @Test
    void theSameOneIsNotPutReadyTwice() throws Exception {
        Prepared prepared = print.prepare(shipment);
        OpenAttempt attempt = dispatch.attempts.begin(shipment);

        print.print(attempt, prepared);
        print.print(attempt, print.prepare(shipment));

        assertThat(spooled()).hasSize(1);
    }

    @Test
    void whatIsPreparedTwiceIsTheSame() throws Exception {
        byte[] first = Files.readAllBytes(print.prepare(shipment).file().orElseThrow());

        assertThat(Files.readAllBytes(print.prepare(shipment).file().orElseThrow()))
                .isEqualTo(first);
    }

    @Test
    void aDocumentWithoutAnyReadablePdfIsNotTried() throws Exception {
        Files.writeString(shipment.ubl(), "not XML");

        Prepared prepared = print.prepare(shipment);
        dispatch.attempts.holdUntried(prepared);

        assertThat(prepared.isReady()).isFalse();
        assertThat(dispatch.ledger
                        .inTransaction(books ->
                                books.deliveries().attempts(shipment.delivery().id()))
                        .isEmpty())
                .isTrue();
        assertThat(dispatch.ledger
                        .inTransaction(books ->
                                books.invoices().find(shipment.invoice().id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(InvoiceState.HELD);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void whatOnlyBearsTheNameOfAPdfIsToldOnceAndNotPrinted() throws Exception {
        String supplier = "<cac:AccountingSupplierParty>";
        String fake = TestUbl.attachment("1", "specificatie.pdf", "", TestUbl.base64("<html>"));
        Files.writeString(shipment.ubl(), Files.readString(shipment.ubl()).replaceFirst(supplier, fake + supplier));

        Path printed = print.prepare(shipment).file().orElseThrow();
        print.prepare(shipment);

        assertThat(Files.readAllBytes(printed)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        List<LedgerEvent> events = dispatch.ledger.reading(
                books -> books.events().of(shipment.invoice().id()));
        assertThat(events)
                .filteredOn(event -> event.kind().equals("warning"))
                .singleElement()
                .satisfies(event -> assertThat(event.dutch()).contains("specificatie.pdf", "van de factuur zelf"));
    }

    @Test
    void theArchiveKeepsThePdfThatIsBesideTheXml() throws Exception {
        dispatch.ledger.record(
                books -> books.invoices().pdfAdded(shipment.invoice().id(), "sha"));
        Files.writeString(dispatch.archive.file(shipment.invoice().archive(), Archive.PDF), "%PDF-1.4 van Komas");
        Shipment withPdf = new Shipment(
                shipment.company(),
                dispatch.ledger
                        .inTransaction(books ->
                                books.invoices().find(shipment.invoice().id()))
                        .orElseThrow(),
                shipment.delivery(),
                shipment.ubl());

        print.print(dispatch.attempts.begin(withPdf), print.prepare(withPdf));

        assertThat(spooled()).singleElement().satisfies(one -> assertThat(one).hasContent("%PDF-1.4 van Komas"));
    }
}
