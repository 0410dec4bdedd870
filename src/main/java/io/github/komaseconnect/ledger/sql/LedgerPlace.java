package io.github.komaseconnect.ledger.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a ledger's database is. */
public final class LedgerPlace {
    /** A database on a server: every program that opens it sees the same one. */
    private static final String SHARED = "shared";

    private static final String SQLITE_FILE_URL = "file:";
    private static final Pattern INODE = Pattern.compile("ino=(\\d+)");

    private LedgerPlace() {}

    /**
     * The file of a SQLite database; empty for PostgreSQL.
     *
     * @param url setting {@code ledger.url}; empty for SQLite in {@code dataFolder}
     */
    public static Optional<Path> file(String url, Path dataFolder) {
        String effective = LedgerDatabase.effectiveUrl(url, dataFolder);
        return effective.startsWith(LedgerDatabase.SQLITE_PREFIX) ? sqliteFile(effective) : Optional.empty();
    }

    /** The same of an effective URL of SQLite; empty when it names no file. */
    static Optional<Path> sqliteFile(String url) {
        String file = url.substring(LedgerDatabase.SQLITE_PREFIX.length());
        file = file.startsWith(SQLITE_FILE_URL) ? file.substring(SQLITE_FILE_URL.length()) : file;
        int query = file.indexOf('?');
        try {
            return Optional.of(Path.of(query < 0 ? file : file.substring(0, query)));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    /**
     * What recognises this very database, as long as it stays where it is: a copy of its file has another. Opened before,
     * so that it is there.
     */
    public static String identity(String url, Path dataFolder) {
        return file(url, dataFolder).map(LedgerPlace::identity).orElse(SHARED);
    }

    private static String identity(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            // not the device: the same volume may get another number when it is mounted again
            Matcher inode = INODE.matcher(String.valueOf(attributes.fileKey()));
            return inode.find()
                    ? "file-" + inode.group(1)
                    : "file-of-" + attributes.creationTime().toMillis();
        } catch (IOException e) {
            return "file";
        }
    }
}
