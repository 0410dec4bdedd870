package io.github.komaseconnect.archive;

import io.github.komaseconnect.folder.Presence;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.reason.DutchTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps, for each invoice, the original bytes, exactly what was sent and the answers. What was written is never changed:
 * Dutch law asks for invoices to be kept for seven years in the form in which they were sent or received.
 *
 * <p>Layout: {@code <company>/<sales|purchase>/<yyyy>/<MM>/<name>/<file>}, by the month in the Netherlands.
 */
public final class Archive {
    /** The UBL document as Komas wrote it or eConnect gave it. */
    public static final String DOCUMENT = "document.xml";

    /** The document with its encoding mended, where that of the original is wrong: what is sent in its place. */
    public static final String MENDED = "document-mended.xml";

    /** The PDF that belongs to it. */
    public static final String PDF = "document.pdf";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM").withZone(DutchTime.ZONE);
    private static final int SHA_LENGTH = 12;

    private final Path root;
    private final AtomicBoolean seen = new AtomicBoolean();

    /**
     * An archive below {@code root}, which is made when needed, but once only: a root that goes is a network drive that
     * was dropped, and what is written into a folder made in its place would be missing when it is back.
     */
    public Archive(Path root) {
        this.root = root;
    }

    /**
     * The folder of a sales invoice: content decides, so that the same content goes to the same folder after a crash.
     *
     * @param stem safe file name stem
     */
    public String salesFolder(String company, Instant acceptedAt, String stem, String sha256) {
        return company + "/sales/" + MONTH.format(acceptedAt) + "/" + stem + "_" + sha256.substring(0, SHA_LENGTH);
    }

    /** The folder of a purchase invoice; {@code safeExternalId} is a safe file name. */
    public String purchaseFolder(String company, Instant createdOn, String safeExternalId) {
        return company + "/purchase/" + MONTH.format(createdOn) + "/" + safeExternalId;
    }

    /** The path of a file in one of these folders, for who only looks: nothing is made. */
    public Path look(String folder, String name) {
        return root.resolve(folder).resolve(name);
    }

    /**
     * The folders, relative, in which sales invoices of exactly this content were kept in these months.
     *
     * @param from the first month
     * @param until the last month
     */
    public List<String> salesFolders(String company, Instant from, Instant until, String sha256) throws IOException {
        List<String> found = new ArrayList<>();
        YearMonth last = YearMonth.from(DutchTime.date(until));
        for (YearMonth month = YearMonth.from(DutchTime.date(from));
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            String parent = company + "/sales/"
                    + MONTH.format(month.atDay(15).atTime(12, 0).atZone(DutchTime.ZONE));
            Path folder = root.resolve(parent);
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> kept =
                        Files.newDirectoryStream(folder, "*_" + sha256.substring(0, SHA_LENGTH))) {
                    kept.forEach(one -> found.add(parent + "/" + one.getFileName()));
                }
            }
        }
        return found;
    }

    /** The names of the files in one of these folders; none when it is not there. */
    public List<String> names(String folder) throws IOException {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(directory)) {
            kept.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    /** Makes the root if it is not there; whether it is there now. */
    public boolean prepare() {
        try {
            make(root);
        } catch (IOException e) {
            return false;
        }
        return true;
    }

    /** The path of a file in one of these folders, whether it is there or not. */
    public Path path(String folder, String name) {
        return root.resolve(folder).resolve(name);
    }

    private void make(Path directory) throws IOException {
        if (seen.get() && Presence.isFolder(directory)) {
            return;
        }
        if (seen.get() && !Files.isDirectory(root)) {
            throw new NoSuchFileException(root.toString());
        }
        Files.createDirectories(directory);
        seen.set(true);
    }

    /** The path of a file in one of these folders; the folder exists when this returns. */
    public Path file(String folder, String name) {
        Path directory = root.resolve(folder);
        try {
            make(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive folder cannot be made: " + directory, e);
        }
        return directory.resolve(name);
    }

    /**
     * The path of a file that is not there yet: what was kept under this name before stays as it is, and the new one gets
     * a number. For one worker at a time in a folder.
     *
     * @param name without extension
     * @param extension with its dot
     */
    public Path freshFile(String folder, String name, String extension) {
        return fresh(file(folder, name + extension), name, extension);
    }

    /** As {@link #freshFile}, in the folder of another file that was asked for just now. */
    public static Path freshBeside(Path other, String name, String extension) {
        return fresh(other.resolveSibling(name + extension), name, extension);
    }

    private static Path fresh(Path wanted, String name, String extension) {
        Path file = wanted;
        for (int n = 2; Presence.isThere(file); n++) {
            file = wanted.resolveSibling(name + "-" + n + extension);
        }
        return file;
    }

    /** Keeps a copy of {@code source}; one that is there already is left as it is. */
    public void keep(Path source, String folder, String name) {
        Path target = file(folder, name);
        if (Presence.isThere(target)) {
            return;
        }
        try {
            SureFile.copy(source, target);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be written: " + target, e);
        }
    }
}
