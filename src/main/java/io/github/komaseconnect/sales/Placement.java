package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.FileFailure;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the files of sales invoices where the ledger says they belong: the ledger first records where a file is to go,
 * then it is moved, then the ledger records that it is there. A crash in between is finished by {@link #tidy}.
 */
public final class Placement {
    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);
    private static final Duration LEAVE_TO_ITS_OWN_STEP = Duration.ofSeconds(20);
    private static final int GUARDS = 64;

    private final Companies companies;
    private final Ledger ledger;
    private final SalesFiles files;
    private final AlarmBell alarms;
    private final Clock clock;
    private final Object[] guards = Stream.generate(Object::new).limit(GUARDS).toArray();
    /** Invoices whose move failed, with their company: the alarm ends with the last one. */
    private final Map<Long, String> stuck = new ConcurrentHashMap<>();

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
        // two steps may find the same move to be done; the row is read again under the guard
        synchronized (guards[Math.floorMod(invoiceId, guards.length)]) {
            ledger.reading(books -> books.invoices().find(invoiceId))
                    .filter(invoice -> !invoice.where().placed())
                    .ifPresent(this::carryOut);
        }
    }

    /** Finishes all moves that were recorded but not done; also those of companies at rest. */
    public void tidyAll() {
        ledger.reading(books -> books.invoices().unplaced()).forEach(invoice -> carryOut(invoice.id()));
    }

    /** Finishes moves that were recorded some time ago and not done, e.g. because a folder was gone. */
    public void tidy() {
        ledger.reading(books -> books.invoices().unplaced()).stream()
                .filter(invoice -> invoice.changedAt().isBefore(clock.instant().minus(LEAVE_TO_ITS_OWN_STEP)))
                .forEach(invoice -> carryOut(invoice.id()));
    }

    private void carryOut(LedgerInvoice invoice) {
        if (companies.find(invoice.company()).isEmpty()) {
            return;
        }
        Company company = companies.get(invoice.company());
        try {
            List<String> restored = files.move(company, invoice);
            if (!restored.isEmpty()) {
                tellRestored(invoice, String.join(", ", restored));
            }
            ledger.record(books -> books.invoices()
                    .find(invoice.id())
                    .filter(now -> now.where().equals(invoice.where()))
                    .ifPresent(now -> books.invoices().placed(now.id())));
            stuck.remove(invoice.id());
            if (!stuck.containsValue(company.key())) {
                alarms.clear(cause(company));
            }
        } catch (IOException | UncheckedIOException e) {
            stuck.put(invoice.id(), company.key());
            LOG.warn("{}: the file of {} cannot be moved: {}", company.key(), invoice.label(), e.toString());
            alarms.raise(cause(company), company.key(), cannotMove(invoice, e), invoice.label());
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
