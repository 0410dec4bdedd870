package io.github.komaseconnect.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PrintSettings;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.PrinterTrouble;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.PrintJobs.Gathered;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.print.ipp.PrinterLogins;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.rendering.BatchPdf.Part;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfChoice;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for the daily print, and until when. */
class PrintBatchesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private PrintBatches batches;
    private Company company;
    private LocalTime at;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        at = LocalTime.ofInstant(dispatch.clock.instant().plus(HOUR), DutchTime.ZONE)
                .truncatedTo(ChronoUnit.MINUTES);
        company = dispatch.companies
                .get("acme")
                .withPrinting(new PrintSettings(Optional.empty(), "", PrintWishes.none(), Optional.of(at)));
        SafeXml xml = new SafeXml();
        PrintSpool spool = new PrintSpool();
        PrinterClient printers = PrinterClient.patient(PrinterLogins.none());
        PrintDelivery single = new PrintDelivery(
                dispatch.archive,
                new PdfChoice(new EmbeddedPdf(xml), new InvoicePdf(xml)),
                spool,
                dispatch.ledger,
                printers);
        batches = new PrintBatches(
                new Companies(List.of(company)),
                dispatch.ledger,
                dispatch.archive,
                new PrintBatch(
                        dispatch.ledger,
                        dispatch.archive,
                        single,
                        dispatch.attempts,
                        new PrinterTrouble(dispatch.ledger, dispatch.channels),
                        spool,
                        printers,
                        dispatch.clock),
                Duration.ofSeconds(1),
                dispatch.clock);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private Shipment shipment(String number) throws Exception {
        dispatch.add("acme", number, SendingMethod.PRINT);
        Shipment taken = dispatch.take().get(0);
        return new Shipment(company, taken.invoice(), taken.delivery(), taken.ubl());
    }

    private Gathered gathered(Shipment shipment) {
        return dispatch.ledger
                .<Optional<Gathered>>reading(books ->
                        books.printJobs().gatheredBefore(shipment.delivery().id()))
                .orElseThrow();
    }

    private void dueAgain(Shipment shipment, Optional<Instant> failingSince) {
        dispatch.ledger.record(books -> books.deliveries()
                .state(
                        shipment.delivery().id(),
                        DeliveryState.WAITING,
                        Optional.of(dispatch.clock.instant()),
                        failingSince));
    }

    private List<String> spooled() throws Exception {
        try (Stream<Path> files = Files.list(company.folders().printSpool())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aNewOneWaitsForTheNextDailyPrint() throws Exception {
        Shipment shipment = shipment("P-1");

        assertThat(batches.mayGo(shipment)).isFalse();

        assertThat(gathered(shipment).readyAt()).isEqualTo(BatchTimes.next(at, dispatch.clock.instant()));
    }

    @Test
    void oneThatMissedItsDailyPrintGoesAtOnceWhenItIsTriedAgain() throws Exception {
        Shipment shipment = shipment("P-1");
        batches.mayGo(shipment);
        // the printer was away, and a person orders a retry an hour later
        dispatch.clock.advance(HOUR.multipliedBy(2));
        dueAgain(shipment, Optional.empty());

        assertThat(batches.mayGo(shipment)).isFalse();

        assertThat(gathered(shipment).readyAt()).isBeforeOrEqualTo(dispatch.clock.instant());
    }

    @Test
    void oneThatPassingTroubleKeptFromTheDailyPrintGoesAtOnce() throws Exception {
        Shipment shipment = shipment("P-1");
        Instant since = dispatch.clock.instant();
        dispatch.clock.advance(HOUR.multipliedBy(2));
        dueAgain(shipment, Optional.of(since));

        batches.mayGo(shipment);

        assertThat(gathered(shipment).readyAt()).isBeforeOrEqualTo(dispatch.clock.instant());
    }

    @Test
    void oneThatOnlyWaitsSpendsNoProbeOfAPrinterAtRest() throws Exception {
        Instant now = dispatch.clock.instant();
        dispatch.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme",
                        Channel.PRINT,
                        "printer.offline",
                        "weg",
                        "away",
                        "",
                        now,
                        Optional.of(now.plus(HOUR)))));

        dispatch.clock.advance(Duration.ofSeconds(1));
        dispatch.add("acme", "P-1", SendingMethod.PRINT);
        dispatch.clock.advance(HOUR);
        Shipment taken = dispatch.take().get(0);
        batches.mayGo(new Shipment(company, taken.invoice(), taken.delivery(), taken.ubl()));

        assertThat(dispatch.ledger.<Optional<Pause>>reading(
                        books -> books.pauses().find("acme", Channel.PRINT)))
                .get()
                .extracting(Pause::probeAt)
                .isEqualTo(Optional.of(dispatch.clock.instant()));
    }

    @Test
    void whatAClockThatWasAheadGatheredWaitsForTheNextDailyPrintOfTheRightClock() throws Exception {
        Shipment shipment = shipment("P-1");
        batches.mayGo(shipment);
        Clock ahead = Clock.offset(dispatch.clock, Duration.ofDays(9));
        try (Ledger wrong = LedgerDatabase.open("", folder.resolve("data"), ahead, "test")) {
            wrong.record(books ->
                    books.printJobs().gather(shipment.delivery().id(), "acme", BatchTimes.next(at, ahead.instant())));
        }

        batches.print("acme");

        Instant next = BatchTimes.next(at, dispatch.clock.instant());
        assertThat(gathered(shipment).readyAt()).isEqualTo(next);
        dispatch.clock.advance(Duration.between(dispatch.clock.instant(), next).plusSeconds(10));
        batches.print("acme");
        assertThat(spooled()).singleElement().asString().startsWith("dagafdruk-");
    }

    @Test
    void aPrintEndsAtASizeToo() throws Exception {
        Shipment shipment = shipment("P-1");
        List<MadeReady> made = new ArrayList<>();
        for (int size : new int[] {40, 60, 1, 250, 30, 70}) {
            Path pdf = Files.write(folder.resolve(size + ".pdf"), new byte[size]);
            made.add(new MadeReady(
                    Prepared.toGo(shipment, pdf), new Part(pdf, "P-" + size, "Klant", BigDecimal.ONE, "EUR", 1)));
        }

        assertThat(MadeReady.inParts(made, 100))
                .extracting(
                        part -> part.stream().map(one -> one.part().number()).toList())
                .containsExactly(List.of("P-40", "P-60"), List.of("P-1"), List.of("P-250"), List.of("P-30", "P-70"));
    }
}
