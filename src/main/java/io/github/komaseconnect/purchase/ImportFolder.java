package io.github.komaseconnect.purchase;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.arrival.AttachmentWriter;
import io.github.komaseconnect.company.AttachmentPolicy;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.folder.FolderHealth;
import io.github.komaseconnect.ledger.Events;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.Remarks;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts purchase invoices into the import folder so that Komas never sees a half or early file, and never one twice,
 * although it empties the folder as it likes: first all is complete under hidden names, then that is recorded, then it is
 * renamed, the XML last. After a crash the hidden file is the witness: there means rename now, gone means
 * done; the final name proves nothing, since Komas may have taken it.
 */
public final class ImportFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ImportFolder.class);
    /** So often the folder of attachments is tried; then the invoice goes in without it. */
    static final int ATTACHMENT_TRIES = 4;

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final ArchivedFiles archived;
    private final Receiving receiving;
    private final AlarmBell alarms;
    private final AttachmentFolder attachments;

    /** Writes to the import folders of these companies what the archive has. */
    public ImportFolder(
            Companies companies,
            Ledger ledger,
            Archive archive,
            Receiving receiving,
            AlarmBell alarms,
            AttachmentWriter attachments) {
        this.attachments = new AttachmentFolder(attachments);
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.archived = new ArchivedFiles(archive);
        this.receiving = receiving;
        this.alarms = alarms;
    }

    /** Where the other attachments of an invoice are to be seen, when there are any and the company wants them. */
    public static Path attachments(Company company, Receipt receipt) {
        return AttachmentFolder.in(company.folders().importFolder(), receipt);
    }

    /** Writes both files under hidden names; repeating it starts from scratch. */
    public Receipt stage(Receipt receipt) throws IOException {
        String pdf = ledger.reading(books -> books.invoices().find(receipt.invoiceId()))
                .map(LedgerInvoice::pdfSha256)
                .orElse("");
        return stage(new Checked(receipt, pdf, Optional.empty()));
    }

    /** As the other; what was found out is recorded in the same transaction, or without it where the folder cannot be used. */
    Receipt stage(Checked checked) throws IOException {
        Receipt receipt = checked.receipt();
        Map<String, Path> kept = archived.of(receipt);
        List<Reason> remarks;
        try {
            remarks = stageAttachments(receipt, checked.pdfSha256());
            List<Path> staged = new ArrayList<>();
            for (String extension : kept.keySet()) {
                staged.add(AtomicFile.prepareSoft(
                        target(receipt, extension), tag(receipt), out -> Files.copy(kept.get(extension), out)));
            }
            AtomicFile.flush(folder(receipt), staged);
            for (Path file : staged) {
                // one that is gone would later be taken for published
                if (!Files.exists(file)) {
                    throw new NoSuchFileException(file.toString(), null, "gone from the import folder");
                }
            }
        } catch (IOException e) {
            ledger.record(books -> {
                checked.record(books, InvoiceState.READY, receipt.stagedIn(), Map.of());
                receiving.succeeded(books, receipt);
            });
            return folderTrouble(receipt.at(InvoiceState.READY), e);
        }
        String folder = folder(receipt).toString();
        // what an earlier putting in found counts no longer, as it is all put in anew
        Map<Remarks.Step, List<Reason>> found =
                Map.of(Remarks.Step.ATTACHMENTS, remarks, Remarks.Step.PUT_IN, List.of());
        ledger.record(books -> {
            checked.record(books, InvoiceState.STAGED, folder, found);
            receiving.succeeded(books, receipt);
        });
        return receipt.staged(folder);
    }

    /** Writes the other attachments where the company wants them; what cannot be written of them is told. */
    private List<Reason> stageAttachments(Receipt receipt, String pdf) throws IOException {
        Path folder = folder(receipt);
        if (companies.get(receipt.company()).attachments() == AttachmentPolicy.LEFT_INSIDE) {
            AttachmentFolder.remove(AttachmentFolder.hidden(folder, receipt));
            return List.of();
        }
        try {
            return attachments
                    .stage(archive.path(receipt.archive(), Archive.DOCUMENT), pdf, folder, receipt)
                    .remarks();
        } catch (IOException e) {
            // a fault of the folder itself shows at the invoice's own files; what is in the UBL anyway withholds
            // nothing
            LOG.warn("{}: attachments of {} are left out", receipt.company(), receipt.fileName(), e);
            removeLeftover(AttachmentFolder.hidden(folder, receipt));
            return List.of(AttachmentWriter.notWritten(e));
        }
    }

    private static void removeLeftover(Path hidden) {
        try {
            AttachmentFolder.remove(hidden);
        } catch (IOException stays) {
            LOG.warn("{} cannot be removed", hidden, stays);
        }
    }

    /**
     * Renames all, attachments and PDF first, and records that they are in the import folder. Attachments that cannot be put
     * there delay the invoice for some tries, and withhold it no longer than that: they are in the UBL as well.
     */
    public Receipt putIn(Receipt receipt) throws IOException {
        archived.namePdf(receipt);
        Path folder = folder(receipt);
        List<Reason> remarks = List.of();
        try {
            if (isStagedElsewhere(receipt)) {
                LOG.warn("{}: {} is staged anew: the import folder changed", receipt.company(), receipt.fileName());
                Receipt anew = receiving.advance(receipt, InvoiceState.READY);
                // only now: they are what says that it was not published
                for (Path left : formerFiles(receipt)) {
                    Files.deleteIfExists(left);
                }
                AttachmentFolder.remove(AttachmentFolder.hidden(Path.of(receipt.stagedIn()), receipt));
                return anew;
            }
            if (!Files.isDirectory(folder)) {
                throw new IOException("de map is er niet / the folder is not there");
            }
            Optional<IOException> without = publishAttachments(folder, receipt);
            if (without.isPresent() && receipt.tries() + 1 < ATTACHMENT_TRIES) {
                return receiving.tryAgain(receipt);
            }
            remarks = without.map(AttachmentWriter::notWritten).stream().toList();
            for (String extension : ArchivedFiles.extensions(receipt)) {
                Path target = target(receipt, extension);
                AtomicFile.Outcome outcome = AtomicFile.move(
                        AtomicFile.temporaryName(target, tag(receipt)), target, AtomicFile.IfExists.REPLACE);
                // gone means published before a crash: Komas may have taken the file since
                if (!(outcome instanceof AtomicFile.Done || outcome instanceof AtomicFile.SourceGone)) {
                    throw new IOException("hernoemen kan niet / cannot be renamed: " + outcome);
                }
            }
            AtomicFile.syncFolder(folder);
        } catch (IOException e) {
            return folderTrouble(receipt, e);
        }
        Imported imported = record(receipt, remarks);
        if (!remarks.isEmpty()) {
            // not before that: after a crash they are what says that something is missing
            removeLeftover(AttachmentFolder.hidden(folder, receipt));
        }
        imported.over().forEach(alarms::clear);
        LOG.info("{}: {} staat in de importmap", receipt.company(), receipt.fileName());
        return imported.receipt();
    }

    /** Gives what keeps them from their place, unless that is the import folder itself, which keeps the invoice from it too. */
    private static Optional<IOException> publishAttachments(Path folder, Receipt receipt) throws IOException {
        try {
            AttachmentFolder.publish(folder, receipt);
            return Optional.empty();
        } catch (IOException e) {
            if (!FolderHealth.of(folder).usable()) {
                throw e;
            }
            LOG.warn("{}: attachments of {} do not get their place", receipt.company(), receipt.fileName(), e);
            return Optional.of(e);
        }
    }

    /** The receipt after it, and the alarms that it ends. */
    private record Imported(Receipt receipt, List<String> over) {}

    private Imported record(Receipt receipt, List<Reason> remarks) {
        return ledger.inTransaction(books -> {
            if (!remarks.isEmpty()) {
                books.remarks().found(receipt.invoiceId(), Map.of(Remarks.Step.PUT_IN, remarks));
            }
            Events.Note put = new Events.Note(
                    "imported",
                    "In de importmap gezet als " + receipt.fileName() + ".xml",
                    "Put into the import folder as " + receipt.fileName() + ".xml");
            Receipt after;
            if (isTheEnd(receipt)) {
                Events.Note received = new Events.Note(InvoiceState.RECEIVED.english(), "Ontvangen.", "Received.");
                books.events().add(receipt.invoiceId(), List.of(put, received));
                after = receiving.close(books, receipt, InvoiceState.RECEIVED, Optional.empty());
            } else {
                books.events().add(receipt.invoiceId(), List.of(put));
                after = receiving.advance(books, receipt, InvoiceState.IMPORTED);
            }
            return new Imported(after, books.alarms().openAmong(List.of(folderCause(receipt), fileCause(receipt))));
        });
    }

    /** Whether eConnect is told nothing once the invoice is in the import folder; then it is received with the same record. */
    private boolean isTheEnd(Receipt receipt) {
        return receipt.gateway() == Gateway.PLATFORM
                && companies.get(receipt.company()).receivedStatus().isEmpty();
    }

    /**
     * Whether its hidden files are in the former import folder, which was changed since: there, too, one that is gone was
     * published. A former folder that is not there any more tells nothing; then once more is better than not at all.
     */
    private boolean isStagedElsewhere(Receipt receipt) {
        if (receipt.stagedIn().isEmpty() || Path.of(receipt.stagedIn()).equals(folder(receipt))) {
            return false;
        }
        return !Files.isDirectory(Path.of(receipt.stagedIn()))
                || formerFiles(receipt).stream().anyMatch(Files::exists)
                || Files.exists(AttachmentFolder.hidden(Path.of(receipt.stagedIn()), receipt));
    }

    private static List<Path> formerFiles(Receipt receipt) {
        Path former = Path.of(receipt.stagedIn());
        return ArchivedFiles.extensions(receipt).stream()
                .map(extension ->
                        AtomicFile.temporaryName(former.resolve(receipt.fileName() + extension), tag(receipt)))
                .toList();
    }

    private Path folder(Receipt receipt) {
        return companies.get(receipt.company()).folders().importFolder();
    }

    /** A folder that has gone is told of as FolderWatch tells it, so that there is one alarm, and it ends when it is back. */
    private Receipt folderTrouble(Receipt receipt, IOException e) {
        Path folder = folder(receipt);
        String fault = e.getClass().getSimpleName() + ": " + e.getMessage();
        if (FolderHealth.of(folder).usable()) {
            Reason reason = PurchaseReasons.importFile(folder.toString(), fault);
            alarms.raise(fileCause(receipt), receipt.company(), reason, receipt.fileName());
        } else {
            Reason reason = PurchaseReasons.importFolder(folder.toString(), fault);
            alarms.raise(folderCause(receipt), receipt.company(), reason, folder.toString());
        }
        return receiving.waitForFolder(receipt);
    }

    private static String folderCause(Receipt receipt) {
        return "folder/" + receipt.company() + "/import";
    }

    private static String fileCause(Receipt receipt) {
        return "import/" + receipt.company();
    }

    private Path target(Receipt receipt, String extension) {
        return folder(receipt).resolve(receipt.fileName() + extension);
    }

    private static String tag(Receipt receipt) {
        return Long.toString(receipt.invoiceId());
    }
}
