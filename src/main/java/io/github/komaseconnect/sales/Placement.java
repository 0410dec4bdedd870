package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the files of sales invoices where the ledger says they belong: the ledger first records where a file is to go,
 * then it is moved, then the ledger records that it is there. A crash in between is finished by {@link #tidy}.
 */
public final class Placement {
    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);
    private static final Duration LEAVE_TO_ITS_OWN_STEP = Duration.ofSeconds(20);
    private static final String REASON_FILE = ".reason.txt";

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final AlarmBell alarms;
    private final Clock clock;

    /** Moves files for these companies as the ledger says. */
    public Placement(Companies companies, Ledger ledger, Archive archive, AlarmBell alarms, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
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
        Company company = companies.get(invoice.company());
        return folder(company, invoice.where().place())
                .resolve(invoice.where().path() + (invoice.hasXml() ? ".xml" : ".pdf"));
    }

    /**
     * Moves the files of one invoice to where the ledger says, if they are not there yet. Trouble with a folder raises
     * an alarm; the move is then done later.
     */
    public void carryOut(long invoiceId) {
        ledger.inTransaction(books -> books.invoices().find(invoiceId))
                .filter(invoice -> !invoice.where().placed())
                .ifPresent(this::carryOut);
    }

    /** Finishes all moves that were recorded but not done; also those of companies at rest. */
    public void tidyAll() {
        ledger.inTransaction(books -> books.invoices().unplaced()).forEach(this::carryOut);
    }

    /** Finishes moves that were recorded some time ago and not done, e.g. because a folder was gone. */
    public void tidy() {
        ledger.inTransaction(books -> books.invoices().unplaced()).stream()
                .filter(invoice -> invoice.changedAt().isBefore(clock.instant().minus(LEAVE_TO_ITS_OWN_STEP)))
                .forEach(this::carryOut);
    }

    private void carryOut(LedgerInvoice invoice) {
        if (companies.find(invoice.company()).isEmpty()) {
            return;
        }
        Company company = companies.get(invoice.company());
        String cause = "folder/" + company.key() + "/place";
        try {
            move(company, invoice);
            ledger.record(books -> books.invoices().placed(invoice.id()));
            alarms.clear(cause);
        } catch (IOException e) {
            LOG.warn("{}: the file of {} cannot be moved: {}", company.key(), invoice.label(), e.toString());
            alarms.raise(cause, company.key(), cannotMove(invoice, e), invoice.label());
        }
    }

    private void move(Company company, LedgerInvoice invoice) throws IOException {
        LedgerInvoice.Whereabouts where = invoice.where();
        Path target = folder(company, where.place()).resolve(where.path());
        Files.createDirectories(target.getParent());
        if (where.place() == Place.HELD && invoice.reason().isPresent()) {
            Path reasonFile = target.resolveSibling(target.getFileName() + REASON_FILE);
            SureFile.write(reasonFile, ReasonText.of(invoice, invoice.reason().get()));
        }
        List<String> restored = new ArrayList<>();
        for (String extension : extensions(invoice)) {
            Path to = target.resolveSibling(target.getFileName() + extension);
            Path from = where.fromPlace() == Place.NOWHERE
                    ? to
                    : folder(company, where.fromPlace()).resolve(where.fromPath() + extension);
            if (moveOne(invoice, from, to, extension)) {
                restored.add(to.getFileName().toString());
            }
        }
        if (where.fromPlace() == Place.HELD) {
            Files.deleteIfExists(company.folders().held().resolve(where.fromPath() + REASON_FILE));
        }
        if (!restored.isEmpty()) {
            String names = String.join(", ", restored);
            ledger.record(books -> books.events()
                    .add(
                            invoice.id(),
                            "restored",
                            "Bestand was weg en is teruggezet uit het archief: " + names,
                            "The file had gone and was restored from the archive: " + names));
        }
    }

    /** Removes the unchanged copies of an invoice that are left at a place it was in before; changed ones stay. */
    void removeCopies(LedgerInvoice invoice, Path visibleFile) throws IOException {
        String name = visibleFile.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        for (String extension : extensions(invoice)) {
            Path copy = visibleFile.resolveSibling(stem + extension);
            if (Files.exists(copy) && Files.mismatch(copy, archived(invoice, extension)) < 0) {
                Files.delete(copy);
            }
        }
        Files.deleteIfExists(visibleFile.resolveSibling(stem + REASON_FILE));
    }

    private Path archived(LedgerInvoice invoice, String extension) {
        return archive.file(invoice.archive(), extension.equals(".pdf") ? Archive.PDF : Archive.DOCUMENT);
    }

    private static List<String> extensions(LedgerInvoice invoice) {
        List<String> extensions = new ArrayList<>();
        // the PDF first: whoever watches a folder for XML finds its PDF there
        if (invoice.hasPdf()) {
            extensions.add(".pdf");
        }
        if (invoice.hasXml()) {
            extensions.add(".xml");
        }
        return extensions;
    }

    /** Whether the file had to be restored from the archive. */
    private boolean moveOne(LedgerInvoice invoice, Path from, Path to, String extension) throws IOException {
        Path kept = archived(invoice, extension);
        boolean sourceThere = !from.equals(to) && Files.exists(from);
        if (Files.exists(to) && Files.mismatch(to, kept) >= 0) {
            setAside(to);
        }
        if (Files.exists(to)) {
            if (sourceThere) {
                Files.delete(from);
            }
            return false;
        }
        if (sourceThere && Files.mismatch(from, kept) < 0) {
            SureFile.move(from, to);
            return false;
        }
        if (sourceThere && invoice.where().fromPlace() != Place.HELD) {
            setAside(from);
        }
        SureFile.copy(kept, to);
        return true;
    }

    /** A file of another content under our name was put there by somebody: it is kept under another name. */
    private static void setAside(Path file) throws IOException {
        for (int n = 1; ; n++) {
            Path aside = file.resolveSibling(file.getFileName() + ".anders-" + n);
            if (!Files.exists(aside)) {
                SureFile.move(file, aside);
                return;
            }
        }
    }

    private static Reason cannotMove(LedgerInvoice invoice, IOException e) {
        return new Reason(
                "folder.cannot-move",
                "Het bestand van " + invoice.label() + " kan niet verplaatst worden: " + e.getMessage(),
                "The file of " + invoice.label() + " cannot be moved: " + e.getMessage(),
                "Controleer of de mappen outbox, sent en held bestaan en beschrijfbaar zijn. Daarna gaat het vanzelf verder.",
                "Check that the folders outbox, sent and held exist and are writable. It then goes on by itself.");
    }
}
