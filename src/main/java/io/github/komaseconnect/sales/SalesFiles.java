package io.github.komaseconnect.sales;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Moves the files of a sales invoice between outbox, sent and held; what is missing there comes from the archive. */
final class SalesFiles {
    private static final String REASON_FILE = ".reason.txt";

    private final Archive archive;

    SalesFiles(Archive archive) {
        this.archive = archive;
    }

    /** Where its files are meant to be: the XML first, then the PDF, if it has them. */
    List<Path> visible(Company company, LedgerInvoice invoice) {
        Path folder = Placement.folder(company, invoice.where().place());
        List<Path> files = new ArrayList<>();
        extensions(invoice)
                .forEach(
                        extension -> files.add(0, folder.resolve(invoice.where().path() + extension)));
        return files;
    }

    /**
     * Moves its files to where the ledger says. Doing it once more changes nothing, so that a crash at any point is
     * finished by calling it again.
     *
     * @return names of files that had to be restored from the archive
     */
    List<String> move(Company company, LedgerInvoice invoice) throws IOException {
        LedgerInvoice.Whereabouts where = invoice.where();
        Path target = Placement.folder(company, where.place()).resolve(where.path());
        if (where.place() == Place.SENT) {
            SentFolder.make(target.getParent());
        }
        if (where.place() == Place.HELD && invoice.reason().isPresent()) {
            Path reasonFile = target.resolveSibling(target.getFileName() + REASON_FILE);
            SureFile.rewrite(reasonFile, ReasonText.of(invoice, invoice.reason().get()));
        }
        List<String> restored = new ArrayList<>();
        for (String extension : extensions(invoice)) {
            Path to = target.resolveSibling(target.getFileName() + extension);
            Path from = where.fromPlace() == Place.NOWHERE
                    ? to
                    : source(
                            company,
                            invoice,
                            Placement.folder(company, where.fromPlace()).resolve(where.fromPath() + extension),
                            extension);
            if (moveOne(invoice, from, to, extension)) {
                restored.add(to.getFileName().toString());
            }
        }
        removeCopies(company, invoice);
        return restored;
    }

    /**
     * Where a file comes from. One that eConnect gave up right after it was sent may lie in the sent folder already, before it
     * could be recorded that it was moved there.
     */
    private static Path source(Company company, LedgerInvoice invoice, Path recorded, String extension)
            throws IOException {
        boolean wasSent = !invoice.externalId().isEmpty() && invoice.where().place() != Place.SENT;
        return !wasSent || Files.exists(recorded)
                ? recorded
                : SentFolder.find(company.folders().sent(), invoice.stem() + extension)
                        .orElse(recorded);
    }

    private static List<String> extensions(LedgerInvoice invoice) {
        List<String> extensions = new ArrayList<>();
        // the PDF first: whoever watches a folder for XML finds its PDF there
        if (invoice.hasPdf()) {
            extensions.add(InvoiceFiles.PDF);
        }
        if (invoice.hasXml()) {
            extensions.add(InvoiceFiles.XML);
        }
        return extensions;
    }

    /** Whether the file had to be restored from the archive. */
    private boolean moveOne(LedgerInvoice invoice, Path from, Path to, String extension) throws IOException {
        Path kept = archived(invoice, extension);
        boolean stays = from.equals(to);
        boolean there = Presence.isThere(to);
        if (stays && there) {
            // what a person changed in the held folder is theirs until they offer it again
            return false;
        }
        boolean sourceThere = !stays && Presence.isThere(from);
        boolean sourceUnchanged = sourceThere && isCopy(from, kept);
        boolean arrived = there && isCopy(to, kept);
        if (there && !arrived) {
            setAside(to);
        }
        if (sourceThere && !sourceUnchanged && invoice.where().fromPlace() != Place.HELD) {
            setAside(from);
        }
        if (arrived) {
            if (sourceUnchanged) {
                Files.delete(from);
            }
            return false;
        }
        if (sourceUnchanged) {
            rename(from, to);
            return false;
        }
        SureFile.copy(kept, to);
        return true;
    }

    private static boolean isCopy(Path file, Path kept) throws IOException {
        return Files.mismatch(file, kept) < 0;
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            SureFile.move(from, to);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            SureFile.copy(from, to);
            Files.delete(from);
        }
    }

    /** A file of another content under our name was put there by somebody: it is kept under another name. */
    private static void setAside(Path file) throws IOException {
        for (int n = 1; ; n++) {
            Path aside = file.resolveSibling(file.getFileName() + ".anders-" + n);
            if (!Presence.isThere(aside)) {
                SureFile.move(file, aside);
                return;
            }
        }
    }

    /** It is to be in one place: removes unchanged copies from the places it was in before; changed ones stay. */
    private void removeCopies(Company company, LedgerInvoice invoice) throws IOException {
        for (Place other : List.of(Place.OUTBOX, Place.HELD)) {
            if (other == invoice.where().place()) {
                continue;
            }
            Path folder = Placement.folder(company, other);
            for (String extension : extensions(invoice)) {
                Path copy = folder.resolve(invoice.stem() + extension);
                if (Presence.isThere(copy) && isCopy(copy, archived(invoice, extension))) {
                    Files.delete(copy);
                }
            }
            if (other == Place.HELD) {
                Path reason = folder.resolve(invoice.stem() + REASON_FILE);
                if (Presence.isThere(reason)) {
                    Files.deleteIfExists(reason);
                }
            }
        }
    }

    private Path archived(LedgerInvoice invoice, String extension) {
        return archive.path(invoice.archive(), extension.equals(InvoiceFiles.PDF) ? Archive.PDF : Archive.DOCUMENT);
    }
}
