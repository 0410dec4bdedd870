package io.github.komaseconnect.print;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.delivery.AttemptBook;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.DeliveryWithdrawnException;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.delivery.Prepared;
import io.github.komaseconnect.delivery.PrinterTrouble;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.print.ipp.PrintLog;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.rendering.BatchPdf;
import io.github.komaseconnect.rendering.BatchPdf.Part;
import io.github.komaseconnect.rendering.BatchPdf.Start;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints several invoices as one PDF with a list of them in front. That is recorded before their attempts begin, and each has
 * an attempt and an outcome of its own, so whatever breaks off, each is in one print.
 */
public final class PrintBatch {
    private static final Logger LOG = LoggerFactory.getLogger(PrintBatch.class);

    /** One PDF has no more than this: all of them are open while it is put together. */
    private static final long MOST_BYTES = 20_000_000;

    private final Ledger ledger;
    private final Archive archive;
    private final PrintDelivery single;
    private final AttemptBook attempts;
    private final PrinterTrouble trouble;
    private final PrintSpool spool;
    private final PrinterClient printers;
    private final Clock clock;
    private final BatchPdf pdfs = new BatchPdf();
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();

    /** What does not go together with others goes by {@code single}; a printer that is away is told by {@code trouble}. */
    public PrintBatch(
            Ledger ledger,
            Archive archive,
            PrintDelivery single,
            AttemptBook attempts,
            PrinterTrouble trouble,
            PrintSpool spool,
            PrinterClient printers,
            Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.single = single;
        this.attempts = attempts;
        this.trouble = trouble;
        this.spool = spool;
        this.printers = printers;
        this.clock = clock;
    }

    Set<Long> inHand() {
        return Set.copyOf(inHand);
    }

    /** Nothing waits for a print together any more: no trouble with it need be told. */
    void nothingWaits(Company company) {
        trouble.over(company);
    }

    /** Prints them together; whether others may follow, since printer or folder could be used. */
    boolean print(Company company, PrintWishes wishes, List<Shipment> shipments) {
        PrintPlace place = PrintPlace.of(company, wishes, printers);
        if (place.obstacle().isPresent()) {
            trouble.tell(
                    company, place.obstacle().get(), shipments.get(0).invoice().label());
            return false;
        }
        List<Long> ids = shipments.stream().map(one -> one.delivery().id()).toList();
        inHand.addAll(ids);
        try {
            boolean goesOn = true;
            for (List<MadeReady> some : MadeReady.inParts(made(shipments), MOST_BYTES)) {
                goesOn = goesOn && printed(company, wishes, place.start(), some);
            }
            trouble.over(company);
            return goesOn;
        } catch (IOException e) {
            LOG.error("{}: the daily print could not be made", company.key(), e);
            trouble.tell(
                    company,
                    new AttemptOutcome.Temporary(BatchReasons.cannotMake(e)),
                    shipments.get(0).invoice().label());
            return false;
        } finally {
            ids.forEach(inHand::remove);
        }
    }

    /** One that cannot be put together with others after all goes by itself, and the others without it. */
    private boolean printed(Company company, PrintWishes wishes, Start start, List<MadeReady> made) throws IOException {
        if (made.isEmpty()) {
            return true;
        }
        try {
            return together(company, wishes, start, made);
        } catch (BatchPdf.CannotJoinException e) {
            if (e.isForWantOfMemory()) {
                LOG.warn("{}: too little memory to put {} PDFs together; in halves", company.key(), made.size(), e);
                return inHalves(company, wishes, start, made);
            }
            List<MadeReady> joining =
                    made.stream().filter(one -> pdfs.joins(one.part().pdf())).toList();
            if (joining.size() == made.size()) {
                throw e;
            }
            LOG.warn("{}: {} PDFs go by themselves", company.key(), made.size() - joining.size(), e);
            made.stream().filter(one -> !joining.contains(one)).forEach(one -> alone(one.prepared()));
            return printed(company, wishes, start, joining);
        }
    }

    /** What can go together; the rest goes by itself, or is held, or put off: no invoice keeps the others. */
    private List<MadeReady> made(List<Shipment> shipments) {
        List<MadeReady> made = new ArrayList<>();
        for (Shipment shipment : shipments) {
            try {
                made(shipment).ifPresent(made::add);
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "{} does not go with the daily print",
                        shipment.invoice().label(),
                        e);
                attempts.failedUnexpectedly(shipment, e);
            }
        }
        return made;
    }

    private Optional<MadeReady> made(Shipment shipment) throws IOException {
        Prepared prepared = single.prepare(shipment);
        if (!prepared.isReady()) {
            attempts.holdUntried(prepared);
            return Optional.empty();
        }
        OptionalInt pages = pdfs.pages(prepared.file().orElseThrow());
        if (pages.isEmpty()) {
            alone(prepared);
            return Optional.empty();
        }
        return Optional.of(MadeReady.of(prepared, pages.getAsInt()));
    }

    private boolean alone(Prepared prepared) {
        try {
            single.plan(prepared);
            EndedAttempt ended = single.print(attempts.begin(prepared.shipment()), prepared);
            attempts.end(ended);
            return goesOn(ended.outcome());
        } catch (DeliveryWithdrawnException e) {
            LOG.info("{}", e.getMessage());
            return true;
        }
    }

    /** Whether there is sense in handing over anything more now. */
    private static boolean goesOn(AttemptOutcome outcome) {
        return !(outcome instanceof AttemptOutcome.Blocked) && !(outcome instanceof AttemptOutcome.Temporary);
    }

    private boolean together(Company company, PrintWishes wishes, Start start, List<MadeReady> made)
            throws IOException {
        Instant now = clock.instant();
        String mark = JobNames.mark();
        String what = "dagafdruk-" + DutchTime.date(now) + "-" + mark;
        List<Part> parts = made.stream().map(MadeReady::part).toList();
        Path file = archive.file(company.key() + "/print/" + DutchTime.month(now), what + ".pdf");
        pdfs.make(company.name(), now, mark, parts, start, file);
        PrintJob job = planned(company, mark, what, made, pdfs.starts(parts, start));
        List<OpenAttempt> open = begun(made);
        if (open.size() < made.size()) {
            AttemptOutcome again = new AttemptOutcome.Temporary(BatchReasons.again());
            open.forEach(one -> attempts.end(new EndedAttempt(one, again)));
            return true;
        }
        AttemptOutcome outcome = hand(company, wishes, job, file, open);
        if (PrinterClient.isTooLarge(outcome)) {
            AttemptOutcome apart = new AttemptOutcome.Temporary(
                    BatchReasons.apart(((AttemptOutcome.Rejected) outcome).reason(), open.size()));
            open.forEach(one -> attempts.end(new EndedAttempt(one, apart)));
            return inHalves(company, wishes, start, made);
        }
        open.forEach(one -> attempts.end(new EndedAttempt(one, outcome)));
        LOG.info("{}: {} invoices in {}", company.key(), open.size(), job.name());
        return goesOn(outcome);
    }

    /**
     * The printer certainly printed nothing, and says no to all of them together: no invoice is held for another, only the one
     * that it refuses by itself. What a crash leaves of it waits, and is printed together again.
     */
    private boolean inHalves(Company company, PrintWishes wishes, Start start, List<MadeReady> refused)
            throws IOException {
        List<MadeReady> made =
                refused.stream().flatMap(one -> asItIsNow(one).stream()).toList();
        if (made.size() < 2) {
            return made.stream().allMatch(one -> alone(one.prepared()));
        }
        int half = (made.size() + 1) / 2;
        for (List<MadeReady> some : List.of(made.subList(0, half), made.subList(half, made.size()))) {
            boolean goesOn = some.size() == 1 ? alone(some.get(0).prepared()) : printed(company, wishes, start, some);
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    /** With the attempts that it has had by now; empty when nobody wants it printed any more. */
    private Optional<MadeReady> asItIsNow(MadeReady made) {
        return ledger.reading(books -> books.deliveries().find(made.deliveryId()))
                .filter(now -> now.state() == DeliveryState.WAITING)
                .map(made::with);
    }

    private PrintJob planned(Company company, String mark, String what, List<MadeReady> made, List<Integer> pages) {
        String printer = company.printing().printer().map(URI::toString).orElse("");
        String name = printer.isEmpty()
                ? what + ".pdf"
                : JobNames.of("Dagafdruk " + made.size() + " facturen", company.name(), mark);
        List<PrintJob.Item> items = new ArrayList<>();
        for (int index = 0; index < made.size(); index++) {
            var delivery = made.get(index).prepared().shipment().delivery();
            items.add(new PrintJob.Item(delivery.id(), delivery.attempts() + 1, pages.get(index)));
        }
        return ledger.inTransaction(books -> {
            long id = books.printJobs().plan(company.key(), printer, mark, name, PrintJob.Kind.BATCH, items);
            return books.printJobs().find(id).orElseThrow();
        });
    }

    private List<OpenAttempt> begun(List<MadeReady> made) {
        List<OpenAttempt> open = new ArrayList<>();
        for (MadeReady one : made) {
            try {
                open.add(attempts.begin(one.prepared().shipment()));
            } catch (DeliveryWithdrawnException e) {
                LOG.info("{}", e.getMessage());
                return open;
            }
        }
        return open;
    }

    private AttemptOutcome hand(Company company, PrintWishes wishes, PrintJob job, Path file, List<OpenAttempt> open) {
        PrintLog log = new LedgerPrintLog(
                ledger,
                job,
                open.stream().map(one -> one.shipment().invoice().id()).toList());
        if (job.isAtPrinter()) {
            return printers.print(job, file, wishes, log);
        }
        log.sending();
        AttemptOutcome outcome = spool.put(company.folders().printSpool(), job.name(), file);
        if (outcome instanceof AttemptOutcome.Delivered) {
            ended(job, PrintJob.Stage.DONE);
        } else if (!(outcome instanceof AttemptOutcome.InDoubt)) {
            log.notPrinted();
        }
        return outcome;
    }

    private void ended(PrintJob job, PrintJob.Stage stage) {
        ledger.record(books -> books.printJobs().update(job.id(), stage, 0, "", Optional.empty(), Optional.empty()));
    }
}
