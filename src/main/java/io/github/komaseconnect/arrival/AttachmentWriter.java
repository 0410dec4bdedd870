package io.github.komaseconnect.arrival;

import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.EmbeddedFile;
import io.github.komaseconnect.invoice.EmbeddedFiles;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the files that are embedded in an invoice, except its PDF, into a folder. What cannot be written because of the
 * document itself, or is not let into the folder, is told, and costs no other. Safe for several threads.
 */
public final class AttachmentWriter {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentWriter.class);
    /** Nobody embeds more; a document that does shall not fill the disk. */
    static final int MOST_FILES = 100;

    /** In all of one invoice; the most that comes over Peppol is less. */
    static final long MOST_BYTES = 250_000_000;

    private static final int BUFFER = 32 * 1024;
    private static final int LONGEST_LABEL = 80;

    private final EmbeddedFiles files;
    private final long mostBytes;

    /** @param files reads them out of the document */
    public AttachmentWriter(EmbeddedFiles files) {
        this(files, MOST_BYTES);
    }

    AttachmentWriter(EmbeddedFiles files, long mostBytes) {
        this.files = files;
        this.mostBytes = mostBytes;
    }

    /**
     * What was written.
     *
     * @param names of the files in the folder, in the order of the document
     * @param remarks what could not be written, and why
     */
    public record Written(List<String> names, List<Reason> remarks) {
        public Written {
            names = List.copyOf(names);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Writes them, durably.
     *
     * @param pdfSha256 of the invoice's PDF, which is left out; empty when it has none
     * @param folder an empty one; made for the first of them where it is not there
     * @throws IOException when the file cannot be read or the folder not be written
     */
    public Written write(Path ubl, String pdfSha256, Path folder) throws IOException {
        Job job = new Job(pdfSha256, folder);
        List<Reason> remarks = new ArrayList<>();
        try {
            files.forEach(ubl, job::take);
        } catch (EmbeddedFiles.Unreadable | RuntimeException e) {
            LOG.warn("attachments of {}", ubl, e);
            remarks.add(AttachmentReasons.unreadable());
        }
        remarks.addAll(job.remarks());
        return new Written(job.names, remarks);
    }

    /** What is to be told when not even the folder for them could be made or finished. */
    public static Reason notWritten(IOException fault) {
        return AttachmentReasons.notWritten(fault.getClass().getSimpleName() + ": " + fault.getMessage());
    }

    private final class Job {
        private final String pdfSha256;
        private final Path folder;
        private final AttachmentName namer = new AttachmentName();
        private final List<String> names = new ArrayList<>();
        private final List<String> damaged = new ArrayList<>();
        private final List<String> keptOut = new ArrayList<>();
        private long bytes;
        private int leftOut;

        Job(String pdfSha256, Path folder) {
            this.pdfSha256 = pdfSha256;
            this.folder = folder;
        }

        void take(EmbeddedFile file, InputStream content) throws IOException {
            if (names.size() >= MOST_FILES || bytes >= mostBytes) {
                leftOut++;
                return;
            }
            if (!Presence.isFolder(folder)) {
                Files.createDirectory(folder);
            }
            String name = namer.next(file);
            Path target = folder.resolve(name);
            long before = bytes;
            try {
                if (copy(content, target).equals(pdfSha256)) {
                    Files.delete(target);
                    bytes = before;
                } else {
                    names.add(name);
                }
            } catch (EmbeddedFiles.DamagedBase64 garbled) {
                if (damaged.size() < MOST_FILES) {
                    damaged.add(OneLine.of(file.label(), LONGEST_LABEL));
                }
            } catch (FileSystemException notLetIn) {
                // a file screen, a virus scanner, a path that is too long: it takes this file, and leaves others
                LOG.warn("attachment {} is not let into {}", name, folder, notLetIn);
                bytes = before;
                if (keptOut.size() < MOST_FILES) {
                    keptOut.add(OneLine.of(file.label(), LONGEST_LABEL));
                }
            } catch (TooMuch tooMuch) {
                leftOut++;
                bytes = before;
            }
        }

        /** Its SHA-256; nothing is there when it throws. */
        private String copy(InputStream content, Path target) throws IOException {
            MessageDigest digest = sha256();
            SureFile.write(target, out -> copy(content, new DigestOutputStream(out, digest)));
            return HexFormat.of().formatHex(digest.digest());
        }

        private void copy(InputStream content, OutputStream out) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw new TooMuch();
                }
                out.write(buffer, 0, read);
            }
        }

        private List<Reason> remarks() {
            List<Reason> remarks = new ArrayList<>();
            if (!damaged.isEmpty()) {
                remarks.add(AttachmentReasons.damaged(damaged));
            }
            if (!keptOut.isEmpty()) {
                remarks.add(AttachmentReasons.keptOut(keptOut));
            }
            if (leftOut > 0) {
                remarks.add(AttachmentReasons.tooMuch(leftOut, MOST_FILES, mostBytes));
            }
            return remarks;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
