package io.github.komaseconnect.purchase;

import io.github.komaseconnect.arrival.AttachmentWriter;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.ledger.Receipt;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The folder {@code <name>.bijlagen} beside a purchase invoice, with its other attachments. As with the files themselves, it is
 * complete under a hidden name before that is recorded, and then renamed: the hidden folder is the witness after a crash.
 */
final class AttachmentFolder {
    /** Behind the name of the invoice. */
    static final String SUFFIX = ".bijlagen";

    private final AttachmentWriter writer;

    AttachmentFolder(AttachmentWriter writer) {
        this.writer = writer;
    }

    /** Where they are to be seen. */
    static Path in(Path importFolder, Receipt receipt) {
        return importFolder.resolve(receipt.fileName() + SUFFIX);
    }

    /** Where they wait. */
    static Path hidden(Path importFolder, Receipt receipt) {
        return AtomicFile.temporaryName(in(importFolder, receipt), Long.toString(receipt.invoiceId()));
    }

    /**
     * Writes them all into the hidden folder, from scratch; without any there is no folder.
     *
     * @param pdfSha256 of the invoice's PDF, which is left out
     * @throws IOException when they cannot be written or the document cannot be read
     */
    AttachmentWriter.Written stage(Path ubl, String pdfSha256, Path importFolder, Receipt receipt) throws IOException {
        Path hidden = hidden(importFolder, receipt);
        remove(hidden);
        AttachmentWriter.Written written = writer.write(ubl, pdfSha256, hidden);
        if (written.names().isEmpty()) {
            remove(hidden);
        } else {
            AtomicFile.syncFolder(importFolder);
        }
        return written;
    }

    /**
     * Gives the folder its name, when it waits; into one of that name that is there already the files are moved.
     *
     * @throws IOException when it cannot have it; what waits then goes on waiting
     */
    static void publish(Path importFolder, Receipt receipt) throws IOException {
        Path hidden = hidden(importFolder, receipt);
        if (!Presence.isThere(hidden)) {
            return;
        }
        Path target = in(importFolder, receipt);
        AtomicFile.Outcome outcome = AtomicFile.publish(hidden, target, AtomicFile.IfExists.REFUSE);
        if (outcome instanceof AtomicFile.NameTaken) {
            for (Path file : files(hidden)) {
                requireDone(AtomicFile.publish(file, target.resolve(file.getFileName()), AtomicFile.IfExists.REPLACE));
            }
            remove(hidden);
        } else if (!(outcome instanceof AtomicFile.SourceGone)) {
            requireDone(outcome);
        }
    }

    private static void requireDone(AtomicFile.Outcome outcome) throws IOException {
        if (!(outcome instanceof AtomicFile.Done)) {
            throw new IOException("hernoemen kan niet / cannot be renamed: " + outcome);
        }
    }

    /** Removes a folder that waits, with the files in it; nothing happens without one. */
    static void remove(Path hidden) throws IOException {
        if (!Presence.isThere(hidden)) {
            return;
        }
        if (Files.isDirectory(hidden, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : files(hidden)) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(hidden);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
