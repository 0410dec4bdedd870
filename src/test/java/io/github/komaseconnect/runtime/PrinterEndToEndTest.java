package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.ResolveOrder;
import io.github.komaseconnect.print.ipp.FakePrinter;
import io.github.komaseconnect.print.ipp.FakePrinter.Trick;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices to a printer, from the export folder to the paper, on its good and its bad days. */
class PrinterEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Workshop workshop;
    private FakePrinter printer;

    @BeforeEach
    void open() throws Exception {
        printer = new FakePrinter();
        workshop = new Workshop(folder).with("company.acme.printer=" + printer.address());
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
        printer.close();
    }

    private void export(String number) throws Exception {
        workshop.export(
                number + ".XML", Workshop.sample("verkoop-print-credit.xml").replace("C2026-0007", number));
    }

    private Delivery delivery(String number) {
        LedgerInvoice invoice = workshop.invoice(number).orElseThrow();
        return workshop.ledger()
                .inTransaction(books -> books.deliveries().of(invoice.id()))
                .get(0);
    }

    private void awaitDelivery(String number, DeliveryState state) {
        await().atMost(PATIENCE)
                .until(() -> workshop.invoice(number).isPresent()
                        && workshop
                                .ledger()
                                .inTransaction(books -> books.deliveries()
                                        .of(workshop.invoice(number)
                                                .orElseThrow()
                                                .id()))
                                .stream()
                                .anyMatch(delivery -> delivery.state() == state));
    }

    private List<String> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    @Test
    void anInvoiceComesOutOnceAndItsJobIsTheProof() throws Exception {
        workshop.with("company.acme.print.duplex=yes").start();
        export("P-1");

        workshop.awaitState("P-1", InvoiceState.SENT);

        assertThat(printer.jobs()).singleElement().satisfies(job -> {
            assertThat(job.name()).startsWith("P-1 Acme Installatietechniek B.V. ke");
            assertThat(new String(job.document(), 0, 5)).isEqualTo("%PDF-");
            assertThat(job.asked().toString()).contains("two-sided-long-edge");
        });
        assertThat(delivery("P-1").reference()).isEqualTo("job 1 " + printer.address());
        assertThat(workshop.files("print-spool")).isEmpty();
    }

    @Test
    void whatTheRelationAsksCountsBeforeTheCompany() throws Exception {
        Path relations = workshop.acme("relations.csv");
        List<String> lines = Files.readAllLines(relations);
        StringBuilder wider = new StringBuilder(lines.get(0) + ";exemplaren;lade\n");
        lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> wider.append(line)
                .append(";3;lade 2\n"));
        Files.writeString(relations, wider);
        workshop.with("company.acme.print.copies=2", "company.acme.print.colour=no")
                .start();
        export("P-1");

        workshop.awaitState("P-1", InvoiceState.SENT);

        String asked = printer.jobs().get(0).asked().toString();
        assertThat(asked).contains("copies=3").contains("tray-2").contains("monochrome");
    }

    @Test
    void oneThatThePrinterGivesUpIsHeldWithItsReasonAndARetryPrintsItOnce() throws Exception {
        printer.ending(JobState.aborted, 1, "job-canceled-at-device");
        workshop.start();
        export("P-1");

        LedgerInvoice held = workshop.awaitState("P-1", InvoiceState.HELD);

        assertThat(held.reason().orElseThrow().code()).isEqualTo("printer.gave-up");
        assertThat(held.reason().orElseThrow().dutch()).contains("op de printer geannuleerd");
        printer.ending(JobState.completed, 1);
        workshop.ledger().record(books -> books.orders().place(WorkOrder.Kind.RETRY, "acme", held.id(), "", "jan"));
        workshop.awaitState("P-1", InvoiceState.SENT);
        assertThat(printer.jobs()).hasSize(2);
    }

    @Test
    void aBusyPrinterGetsItLater() throws Exception {
        printer.next(Operation.createJob, new Trick.Refuse(0x0507)).next(Operation.createJob, new Trick.Refuse(0x0507));
        workshop.start();
        export("P-1");

        workshop.awaitState("P-1", InvoiceState.SENT);

        assertThat(delivery("P-1").attempts()).isEqualTo(3);
        assertThat(printer.jobs()).hasSize(1);
    }

    @Test
    void aPrinterThatIsAwayIsAnAlarmAndNotALoss() throws Exception {
        printer.switchOff();
        workshop.start();
        export("P-1");
        export("P-2");

        await().atMost(PATIENCE).until(() -> alarms().contains("blocked/acme/print"));
        printer.switchOn();

        workshop.awaitState("P-1", InvoiceState.SENT);
        workshop.awaitState("P-2", InvoiceState.SENT);
        await().atMost(PATIENCE).until(() -> alarms().isEmpty());
        assertThat(printer.jobs()).hasSize(2);
    }

    @Test
    void aPrinterThatAsksForAPasswordIsAnAlarmUntilItIsRight() throws Exception {
        printer.demanding("kantoor", "print-geheim-51c8");
        Path password = Files.writeString(folder.resolve("printer-password"), "verkeerd-7d21");
        workshop.with("company.acme.printer-user=kantoor", "company.acme.printer-password={{file:" + password + "}}")
                .start();
        export("P-1");

        await().atMost(PATIENCE).until(() -> alarms().contains("blocked/acme/print"));
        // nothing but printing is at rest
        workshop.export("V-1.XML", Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", "V-1"));
        workshop.awaitState("V-1", InvoiceState.SENT);
        Files.writeString(password, "print-geheim-51c8");

        workshop.awaitState("P-1", InvoiceState.SENT);
        await().atMost(PATIENCE).until(() -> alarms().isEmpty());
        assertThat(printer.jobs()).hasSize(1);
    }

    @Test
    void whatEverBecomesOfTheAnswerItComesOutOnce() throws Exception {
        printer.next(Operation.sendDocument, new Trick.LoseAnswer())
                .next(Operation.sendDocument, new Trick.LoseRequest())
                .next(Operation.createJob, new Trick.LoseAnswer());
        workshop.start();
        export("P-1");
        workshop.awaitState("P-1", InvoiceState.SENT);
        export("P-2");
        workshop.awaitState("P-2", InvoiceState.SENT);

        assertThat(printer.jobs()).hasSize(2);
        assertThat(printer.jobs())
                .extracting(FakePrinter.Job::name)
                .satisfiesExactly(first -> assertThat(first).startsWith("P-1"), second -> assertThat(second)
                        .startsWith("P-2"));
    }

    @Test
    void aPrinterThatForgotIsNoProofSoAPersonDecides() throws Exception {
        printer.next(Operation.sendDocument, new Trick.LoseAnswer())
                .next(Operation.getJobAttributes, new Trick.Refuse(0x0406));
        workshop.start();
        export("P-1");

        LedgerInvoice held = workshop.awaitState("P-1", InvoiceState.HELD);

        assertThat(held.reason().orElseThrow().code()).isEqualTo("delivery.in-doubt");
        assertThat(delivery("P-1").state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(printer.jobs()).hasSize(1);
        workshop.ledger().record(books -> books.orders()
                .place(WorkOrder.Kind.RESOLVE, "acme", held.id(), ResolveOrder.SENT, "jan"));
        workshop.awaitState("P-1", InvoiceState.SENT);
        assertThat(printer.jobs()).hasSize(1);
    }

    @Test
    void withResendADoubtThatNobodyCanClearUpIsPrintedOnceMore() throws Exception {
        printer.next(Operation.sendDocument, new Trick.LoseAnswer())
                .next(Operation.getJobAttributes, new Trick.Refuse(0x0406));
        workshop.with("company.acme.in-doubt=resend").start();
        export("P-1");

        workshop.awaitState("P-1", InvoiceState.SENT);

        assertThat(printer.jobs()).hasSize(2);
    }

    @Test
    void aPrinterOutOfPaperIsAnAlarmAndARestartedProgramGoesOnFollowing() throws Exception {
        printer.ending(JobState.completed, 1_000_000);
        workshop.start();
        export("P-1");
        awaitDelivery("P-1", DeliveryState.PRINTING);
        printer.is(PrinterState.stopped, "media-empty-error");
        await().atMost(PATIENCE).until(() -> alarms().contains("printer/acme"));
        List<Alarm> open =
                workshop.ledger().inTransaction(books -> books.alarms().open());
        assertThat(open).anySatisfy(alarm -> assertThat(alarm.reason().dutch()).contains("het papier is op"));
        assertThat(workshop.invoice("P-1").orElseThrow().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        workshop.stop();

        workshop.start();
        printer.ending(JobState.completed, 1).is(PrinterState.idle, "none");

        workshop.awaitState("P-1", InvoiceState.SENT);
        await().atMost(PATIENCE).until(() -> alarms().isEmpty());
        assertThat(printer.jobs()).hasSize(1);
    }
}
