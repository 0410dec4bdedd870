package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.FileFailure;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the files of sales invoices where the ledger says they belong: the ledger first records where a file is to go,
 * then it is moved, then the ledger records that it is there. A crash in between is finished by {@link #tidy}.
 */
public final class Placement {
    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);
    private static final Duration LEAVE_TO_ITS_OWN_STEP = Duration.ofSeconds(20);
    /** Of those that are moved together all wait until the last one of them is. */
    private static final int TOGETHER = 50;

    private final Companies companies;
    private final Ledger ledger;
    private final SalesFiles files;
    private final AlarmBell alarms;
    private final Clock clock;
    private final MovesInHand inHand = new MovesInHand();
    /** Invoices whose move failed, with their company: the alarm ends with the last one. */
    private final Map<Long, String> stuck = new ConcurrentHashMap<>();
    /** Companies whose files move, and for which no alarm is left open. */
    private final Set<String> fine = ConcurrentHashMap.newKeySet();

    /** Moves files for these companies as the ledger says. */
    public Placement(Companies companies, Ledger ledger, Archive archive, AlarmBell alarms, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.files = new SalesFiles(archive);
        this.alarms = alarms;
        this.clock = clock;
    }

    /** The folder of a place. */
    public static Path folder(Company company, Place place) {
        return switch (place) {
            case OUTBOX -> company.folders().outbox();
            case SENT -> company.folders().sent();
            case HELD -> company.folders().held();
            case NOWHERE -> throw new IllegalArgumentException("a purchase invoice has no place");
        };
    }

    /** Where the XML file (or for a left-over PDF, the PDF) of a sales invoice is meant to be. */
    public Path visibleFile(LedgerInvoice invoice) {
        return files.visible(companies.get(invoice.company()), invoice).get(0);
    }

    /** Whether a file of this invoice is not where it is meant to be. */
    boolean isIncomplete(LedgerInvoice invoice) {
        return files.visible(companies.get(invoice.company()), invoice).stream().anyMatch(file -> !Files.exists(file));
    }

    /**
     * Moves the files of one invoice to where the ledger says, if they are not there yet. Trouble with a folder raises
     * an alarm; the move is then done later.
     */
    public void carryOut(long invoiceId) {
        carryOut(List.of(invoiceId));
    }

    /**
     * As {@link #carryOut(long)}, of several invoices of a company, in this order.
     *
     * @return those whose files were not known to be where they belong, as they were recorded when they were to be moved
     */
    public List<LedgerInvoice> carryOut(List<Long> invoiceIds) {
        List<Long> each = invoiceIds.stream().distinct().toList();
        List<LedgerInvoice> unplaced = new ArrayList<>();
        for (int from = 0; from < each.size(); from += TOGETHER) {
            List<Long> some = each.subList(from, Math.min(from + TOGETHER, each.size()));
            // two steps may find the same move to be done: what is to be moved is read when nobody else moves it
            unplaced.addAll(inHand.alone(some, () -> moveUnplaced(some)));
        }
        return unplaced;
    }

    private List<LedgerInvoice> moveUnplaced(List<Long> invoiceIds) {
        List<LedgerInvoice> unplaced = ledger.reading(books -> books.invoices().find(invoiceIds)).stream()
                .filter(invoice -> !invoice.where().placed())
                .toList();
        move(unplaced);
        return unplaced;
    }

    /** When a crash comes before it is recorded, the moves are found done at the next start, and recorded then. */
    private void move(List<LedgerInvoice> invoices) {
        List<LedgerInvoice> moved = new ArrayList<>();
        try {
            invoices.stream().filter(this::moved).forEach(moved::add);
        } finally {
            if (!moved.isEmpty()) {
                ledger.soon(books -> moved.forEach(invoice -> books.invoices().placed(invoice.id(), invoice.where())));
            }
        }
    }

    /**
     * When a company comes in hand: finishes all its moves that were recorded but not done, and those that a loss of power
     * undid.
     */
    public void tidy(Company company) {
        ledger.reading(books -> books.invoices().unplaced()).stream()
                .filter(invoice -> invoice.company().equals(company.key()))
                .forEach(invoice -> carryOut(invoice.id()));
        move(strays(company));
    }

    /** Invoices of which a file lies in the outbox, though the ledger has it elsewhere. */
    private List<LedgerInvoice> strays(Company company) {
        List<LedgerInvoice> strays = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(company.folders().outbox())) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && (InvoiceFiles.isXml(file) || InvoiceFiles.isPdf(file))) {
                    ledger.reading(books -> books.invoices().withStem(company.key(), InvoiceFiles.base(file)))
                            .filter(invoice ->
                                    invoice.where().placed() && invoice.where().place() != Place.OUTBOX)
                            .ifPresent(strays::add);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // whoever watches the folders tells of it
            return List.of();
        }
        return strays;
    }

    /** Finishes moves that were recorded some time ago and not done, e.g. because a folder was gone. */
    public void tidy() {
        tidy(Lane.direct());
    }

    /** The same by {@code lane}: a share that hangs keeps a move waiting. */
    public void tidy(Lane lane) {
        ledger.reading(books -> books.invoices().unplaced()).stream()
                .filter(invoice -> companies.attended(invoice.company()).isPresent())
                .filter(invoice -> DueTime.isAtLeast(LEAVE_TO_ITS_OWN_STEP, invoice.changedAt(), clock.instant()))
                .collect(Collectors.groupingBy(LedgerInvoice::company))
                .forEach((company, unplaced) ->
                        lane.run(company, () -> unplaced.forEach(invoice -> carryOut(invoice.id()))));
    }

    private boolean moved(LedgerInvoice invoice) {
        return companies
                .attended(invoice.company())
                .filter(company -> moved(company, invoice))
                .isPresent();
    }

    private boolean moved(Company company, LedgerInvoice invoice) {
        try {
            List<String> restored = files.move(company, invoice);
            if (!restored.isEmpty()) {
                tellRestored(invoice, String.join(", ", restored));
            }
            stuck.remove(invoice.id());
            if (!stuck.containsValue(company.key()) && fine.add(company.key())) {
                alarms.clear(cause(company));
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            stuck.put(invoice.id(), company.key());
            fine.remove(company.key());
            LOG.warn("{}: the file of {} cannot be moved: {}", company.key(), invoice.label(), e.toString());
            alarms.raise(cause(company), company.key(), cannotMove(invoice, e), invoice.label());
            return false;
        }
    }

    private void tellRestored(LedgerInvoice invoice, String names) {
        ledger.record(books -> books.events()
                .add(
                        invoice.id(),
                        "restored",
                        "Bestand was weg of veranderd en is teruggezet uit het archief: " + names,
                        "The file had gone or was changed, and was restored from the archive: " + names));
    }

    private static String cause(Company company) {
        return "folder/" + company.key() + "/place";
    }

    private static Reason cannotMove(LedgerInvoice invoice, Exception e) {
        FileFailure what = FileFailure.of(e);
        return new Reason(
                "folder.cannot-move",
                "Het bestand van " + invoice.label() + " kan niet verplaatst worden: " + what.dutch(),
                "The file of " + invoice.label() + " cannot be moved: " + what.english(),
                "Controleer of de mappen outbox, sent en held bestaan en beschrijfbaar zijn. Daarna gaat het vanzelf verder.",
                "Check that the folders outbox, sent and held exist and are writable. It then goes on by itself.");
    }
}
