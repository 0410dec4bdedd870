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
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.print.ipp.PrintLog;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.rendering.BatchPdf;
import io.github.komaseconnect.rendering.BatchPdf.Part;
import io.github.komaseconnect.rendering.BatchPdf.Start;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
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

    private record Made(Prepared prepared, Part part) {}

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
        Place place = place(company, wishes);
        if (place.obstacle().isPresent()) {
            trouble.tell(
                    company, place.obstacle().get(), shipments.get(0).invoice().label());
            return false;
        }
        List<Long> ids = shipments.stream().map(one -> one.delivery().id()).toList();
        inHand.addAll(ids);
        try {
            boolean gone = printed(company, wishes, place.start(), made(shipments));
            trouble.over(company);
            return gone;
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
    private boolean printed(Company company, PrintWishes wishes, Start start, List<Made> made) throws IOException {
        if (made.isEmpty()) {
            return true;
        }
        try {
            return together(company, wishes, start, made);
        } catch (BatchPdf.CannotJoinException e) {
            List<Made> joining =
                    made.stream().filter(one -> pdfs.joins(one.part().pdf())).toList();
            if (joining.size() == made.size()) {
                throw e;
            }
            LOG.warn("{}: {} PDFs go by themselves", company.key(), made.size() - joining.size(), e);
            made.stream().filter(one -> !joining.contains(one)).forEach(one -> alone(one.prepared()));
            return printed(company, wishes, start, joining);
        }
    }

    /**
     * Where it would come out, found out before any attempt.
     *
     * @param obstacle why nothing would come of it now
     * @param start a printer that cannot print both sides is given no empty ones
     */
    private record Place(Optional<AttemptOutcome> obstacle, Start start) {}

    private Place place(Company company, PrintWishes wishes) {
        Optional<String> both =
                wishes.sides().filter(sides -> sides != PrintWishes.Sides.ONE).map(PrintWishes.Sides::keyword);
        if (company.printing().printer().isPresent()) {
            PrinterClient.Look look = printers.ask(company.printing().printer().get());
            boolean sheets = both.isPresent()
                    && look.facts()
                            .filter(facts -> facts.sides().contains(both.get()))
                            .isPresent();
            return new Place(look.obstacle(), sheets ? Start.NEW_SHEET : Start.ANY_PAGE);
        }
        Path folder = company.folders().printSpool();
        return new Place(
                Files.isDirectory(folder)
                        ? Optional.empty()
                        : Optional.of(new AttemptOutcome.Blocked(SpoolReasons.folderGone(folder))),
                both.isPresent() ? Start.NEW_SHEET : Start.ANY_PAGE);
    }

    /** What can go together; the rest goes by itself, or is held, or put off: no invoice keeps the others. */
    private List<Made> made(List<Shipment> shipments) {
        List<Made> made = new ArrayList<>();
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

    private Optional<Made> made(Shipment shipment) throws IOException {
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
        return Optional.of(new Made(prepared, part(prepared, pages.getAsInt())));
    }

    private void alone(Prepared prepared) {
        try {
            single.plan(prepared);
            attempts.end(single.print(attempts.begin(prepared.shipment()), prepared));
        } catch (DeliveryWithdrawnException e) {
            LOG.info("{}", e.getMessage());
        }
    }

    private static Part part(Prepared prepared, int pages) {
        LedgerInvoice invoice = prepared.shipment().invoice();
        boolean known = !invoice.amount().isEmpty();
        BigDecimal amount = known ? new BigDecimal(invoice.amount()) : BigDecimal.ZERO;
        boolean credit = invoice.type().equals(Optional.of(DocumentType.CREDIT_NOTE));
        return new Part(
                prepared.file().orElseThrow(),
                invoice.number(),
                invoice.party(),
                credit ? amount.negate() : amount,
                known ? invoice.currency() : "",
                pages);
    }

    private boolean together(Company company, PrintWishes wishes, Start start, List<Made> made) throws IOException {
        Instant now = clock.instant();
        String mark = JobNames.mark();
        String what = "dagafdruk-" + DutchTime.date(now) + "-" + mark;
        List<Part> parts = made.stream().map(Made::part).toList();
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
        open.forEach(one -> attempts.end(new EndedAttempt(one, outcome)));
        LOG.info("{}: {} invoices in {}", company.key(), open.size(), job.name());
        return !(outcome instanceof AttemptOutcome.Blocked) && !(outcome instanceof AttemptOutcome.Temporary);
    }

    private PrintJob planned(Company company, String mark, String what, List<Made> made, List<Integer> pages) {
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

    private List<OpenAttempt> begun(List<Made> made) {
        List<OpenAttempt> open = new ArrayList<>();
        for (Made one : made) {
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
            return printers.print(URI.create(job.printer()), job.name(), file, wishes, log);
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
