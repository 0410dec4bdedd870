package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hp.jipp.model.Operation;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.print.BatchReasons;
import io.github.komaseconnect.print.ipp.FakePrinter;
import io.github.komaseconnect.print.ipp.FakePrinter.Trick;
import io.github.komaseconnect.reason.DutchTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The invoices of a day in one print, through the whole runtime; its clock goes on, and can be moved forward. */
class PrintBatchEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Workshop workshop;
    private FakePrinter printer;
    private final WrongClock clock = new WrongClock(Duration.ZERO);

    @BeforeEach
    void open() throws Exception {
        printer = new FakePrinter();
        LocalTime later = LocalTime.ofInstant(Instant.now().plus(Duration.ofHours(3)), DutchTime.ZONE)
                .truncatedTo(ChronoUnit.MINUTES);
        workshop = new Workshop(folder)
                .with(
                        "company.acme.print-batch.at=" + later,
                        "company.acme.print-batch={{file:" + Files.writeString(folder.resolve("batch"), "daily")
                                + "}}");
        workshop.clock = clock;
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

    private void awaitGathered(String number) {
        await().atMost(PATIENCE).until(() -> workshop.invoice(number)
                .flatMap(invoice -> invoice.reason())
                .filter(reason -> reason.code().equals(BatchReasons.WAITING))
                .isPresent());
    }

    private Delivery delivery(String number) {
        long id = workshop.invoice(number).orElseThrow().id();
        return workshop.ledger()
                .inTransaction(books -> books.deliveries().of(id))
                .get(0);
    }

    private Set<Long> jobs(String... numbers) {
        return List.of(numbers).stream()
                .flatMap(number ->
                        workshop
                                .ledger()
                                .inTransaction(books ->
                                        books.printJobs().of(delivery(number).id()))
                                .stream())
                .filter(job -> job.stage() == PrintJob.Stage.DONE)
                .map(PrintJob::id)
                .collect(Collectors.toSet());
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theInvoicesOfADayGoIntoTheSpoolFolderAsOnePdfAlsoWhenTheMomentWasMissed() throws Exception {
        workshop.start();
        for (String number : List.of("P-1", "P-2", "P-3")) {
            export(number);
            awaitGathered(number);
        }
        assertThat(workshop.files("print-spool")).isEmpty();
        // a person withdraws one before it is time
        long second = workshop.invoice("P-2").orElseThrow().id();
        workshop.ledger().record(books -> books.orders().place(WorkOrder.Kind.CANCEL, "acme", second, "", "jan"));
        workshop.awaitState("P-2", InvoiceState.CANCELLED);
        workshop.stop();
        clock.set(Duration.ofHours(9));

        workshop.start();

        workshop.awaitState("P-1", InvoiceState.SENT);
        workshop.awaitState("P-3", InvoiceState.SENT);
        assertThat(workshop.files("print-spool"))
                .singleElement()
                .satisfies(name -> assertThat(name).startsWith("dagafdruk-").endsWith(".pdf"));
        String whole = text(Files.readAllBytes(workshop.acme("print-spool")
                .resolve(workshop.files("print-spool").get(0))));
        assertThat(whole).contains("P-1", "P-3", "2 facturen").doesNotContain("P-2");
        assertThat(delivery("P-1").reference())
                .isEqualTo(workshop.files("print-spool").get(0));
    }

    @Test
    void whatWasMendedIsPrintedAsItWasMended() throws Exception {
        workshop.start();
        // bytes of Windows-1252 in what calls itself UTF-8
        byte[] torn = Workshop.sample("verkoop-print-credit.xml")
                .replace("C2026-0007", "P-1")
                .replace("Kapsalon", "Kapsal\u00f3n")
                .getBytes(Charset.forName("windows-1252"));
        Path temporary = Files.write(workshop.acme("export").resolve("P-1.tmp"), torn);
        Files.move(temporary, workshop.acme("export").resolve("P-1.XML"));
        awaitGathered("P-1");
        // a retry before it is time says when that is
        long id = workshop.invoice("P-1").orElseThrow().id();
        long order = workshop.ledger()
                .inTransaction(books -> books.orders().place(WorkOrder.Kind.RETRY, "acme", id, "", "jan"));
        await().atMost(PATIENCE).until(() -> workshop.ledger()
                .<Boolean>reading(books ->
                        books.orders().find(order).orElseThrow().answerDutch().contains("dagelijkse afdruk van")));
        clock.set(Duration.ofHours(4));

        workshop.awaitState("P-1", InvoiceState.SENT);
        assertThat(text(Files.readAllBytes(workshop.acme("print-spool")
                        .resolve(workshop.files("print-spool").get(0)))))
                .contains("Kapsal\u00f3n");
    }

    @Test
    void oneInvoiceOfWhichThePdfCannotBeMadeReadyKeepsNoOther() throws Exception {
        workshop.start();
        for (String number : List.of("P-1", "P-2", "P-3")) {
            export(number);
            awaitGathered(number);
        }
        // what is to be printed cannot be kept there
        Path inTheWay = workshop.home
                .resolve("data/archive")
                .resolve(workshop.invoice("P-1").orElseThrow().archive())
                .resolve("delivery-" + delivery("P-1").id() + "-printed.pdf");
        Files.createDirectories(inTheWay.resolve("full"));
        clock.set(Duration.ofHours(4));

        workshop.awaitState("P-2", InvoiceState.SENT);
        workshop.awaitState("P-3", InvoiceState.SENT);
        assertThat(workshop.invoice("P-1").orElseThrow().state()).isEqualTo(InvoiceState.ON_ITS_WAY);

        Files.delete(inTheWay.resolve("full"));
        Files.delete(inTheWay);
        clock.set(Duration.ofHours(6));
        workshop.awaitState("P-1", InvoiceState.SENT);
        assertThat(workshop.files("print-spool")).hasSize(2);
    }

    @Test
    void aPrinterGetsOneJobAndWhateverBecomesOfTheAnswerEachInvoiceIsInOnePrint() throws Exception {
        printer.next(Operation.sendDocument, new Trick.LoseRequest())
                .next(Operation.createJob, new Trick.Refuse(0x0507))
                .next(Operation.sendDocument, new Trick.LoseAnswer());
        workshop.with("company.acme.printer=" + printer.address()).start();
        for (String number : List.of("P-1", "P-2", "P-3")) {
            export(number);
            awaitGathered(number);
        }
        clock.set(Duration.ofHours(4));

        for (String number : List.of("P-1", "P-2", "P-3")) {
            workshop.awaitState(number, InvoiceState.SENT);
            assertThat(jobs(number)).hasSize(1);
        }

        List<String> printed = printer.jobs().stream()
                .map(job -> {
                    try {
                        return text(job.document());
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        for (String number : List.of("P-1", "P-2", "P-3")) {
            assertThat(printed.stream().filter(text -> text.contains(number))).hasSize(1);
        }
        assertThat(printer.jobs()).hasSize(jobs("P-1", "P-2", "P-3").size());
        assertThat(delivery("P-1").reference()).startsWith("job ");
    }

    private List<String> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    @Test
    void whatAPrinterDoesNotTakeTogetherGoesInPartsAndOnlyWhatIsTooLargeByItselfIsHeld() throws Exception {
        workshop.with("company.acme.printer=" + printer.address()).start();
        for (String number : List.of("P-1", "P-2", "P-3", "P-4", "P-5")) {
            export(number);
        }
        byte[] large = large();
        Files.write(workshop.acme("export").resolve("P-6.PDF"), large);
        export("P-6");
        for (String number : List.of("P-1", "P-2", "P-3", "P-4", "P-5", "P-6")) {
            awaitGathered(number);
        }
        printer.takingAtMost(large.length - 1);
        clock.set(Duration.ofHours(4));

        for (String number : List.of("P-1", "P-2", "P-3", "P-4", "P-5")) {
            workshop.awaitState(number, InvoiceState.SENT);
        }
        LedgerInvoice held = workshop.awaitState("P-6", InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).isEqualTo("printer.too-large");
        StringBuilder printed = new StringBuilder();
        for (FakePrinter.Job job : printer.jobs()) {
            try (PDDocument document = Loader.loadPDF(job.document())) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    String text = stripper.getText(document);
                    printed.append(text.contains("Dagafdruk") ? "" : text);
                }
            }
        }
        for (String number : List.of("P-1", "P-2", "P-3", "P-4", "P-5")) {
            assertThat(jobs(number)).hasSize(1);
            assertThat(printed).contains(number);
        }
        assertThat(printed).doesNotContain("P-6");
        assertThat(printer.jobs().size()).isLessThan(5);
    }

    /** A PDF of one page that no packing makes smaller. */
    private static byte[] large() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] noise = new byte[400_000];
        new Random(7).nextBytes(noise);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.getCOSObject()
                    .setItem(
                            COSName.getPDFName("Noise"),
                            new PDStream(document, new ByteArrayInputStream(noise)).getCOSObject());
            document.addPage(page);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void aPrinterThatTakesNothingWhenItIsTimeIsAnAlarmUntilItDoes() throws Exception {
        printer.accepting(false);
        workshop.with("company.acme.printer=" + printer.address()).start();
        export("P-1");
        awaitGathered("P-1");
        clock.set(Duration.ofHours(4));

        await().atMost(PATIENCE).until(() -> alarms().contains("daily-print/acme"));
        assertThat(delivery("P-1").attempts()).isZero();
        // a person who orders a retry does not put it off to tomorrow
        long id = workshop.invoice("P-1").orElseThrow().id();
        long order = workshop.ledger()
                .inTransaction(books -> books.orders().place(WorkOrder.Kind.RETRY, "acme", id, "", "jan"));
        await().atMost(PATIENCE).until(() -> workshop.ledger()
                .<Boolean>reading(
                        books -> books.orders().find(order).orElseThrow().outcome() == WorkOrder.Outcome.DONE));
        printer.accepting(true);

        workshop.awaitState("P-1", InvoiceState.SENT);
        await().atMost(PATIENCE).until(() -> !alarms().contains("daily-print/acme"));
        assertThat(printer.jobs()).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereNoInvoiceIsToBlameTheDailyPrintIsTriedAgainAsItWas() throws Exception {
        workshop.start();
        for (String number : List.of("P-1", "P-2")) {
            export(number);
            awaitGathered(number);
        }
        // what is put together cannot be written: nobody can make a file there
        Path month = workshop.home
                .resolve("data/archive/acme/print")
                .resolve(DutchTime.month(Instant.now().plus(Duration.ofHours(4))));
        Files.createDirectories(month.getParent());
        Files.createSymbolicLink(month, Path.of("/proc/self"));
        clock.set(Duration.ofHours(4));

        await().atMost(PATIENCE).until(() -> alarms().contains("daily-print/acme"));
        assertThat(workshop.files("print-spool")).isEmpty();
        assertThat(delivery("P-1").attempts() + delivery("P-2").attempts()).isZero();
        Files.delete(month);

        workshop.awaitState("P-1", InvoiceState.SENT);
        workshop.awaitState("P-2", InvoiceState.SENT);
        assertThat(workshop.files("print-spool")).hasSize(1);
        await().atMost(PATIENCE).until(() -> !alarms().contains("daily-print/acme"));
    }

    @Test
    void whereTheDailyPrintIsSwitchedOffWhatWaitedGoesByItself() throws Exception {
        workshop.start();
        export("P-1");
        awaitGathered("P-1");
        workshop.stop();
        Files.writeString(folder.resolve("batch"), "no");

        workshop.start();

        workshop.awaitState("P-1", InvoiceState.SENT);
        assertThat(workshop.files("print-spool")).singleElement().satisfies(name -> assertThat(name)
                .doesNotContain("dagafdruk"));
    }
}
