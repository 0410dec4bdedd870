package io.github.komaseconnect.ledger.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Looks at the ledger as it is, for commands that change nothing: none is made, and an old one is not migrated. Waits for
 * at most some 20 seconds for a database that does not answer.
 */
public final class ExistingLedger {
    private static final String WRITER = "look";
    private static final String SQLITE_FILE_URL = "file:";

    private ExistingLedger() {}

    /** What there is. */
    public sealed interface Look {}

    /**
     * No ledger yet: the first {@code run} makes it.
     *
     * @param where the database that will hold it, without user or password
     */
    public record None(String where) implements Look {}

    /**
     * One that this program can read; the caller closes it and writes nothing.
     *
     * @param schemaVersion version of its schema
     */
    public record Usable(SqlLedger ledger, String schemaVersion) implements Look {}

    /**
     * One of an older program: the next {@code run} brings it up to date.
     *
     * @param schemaVersion the version it has
     * @param current the version of this program
     */
    public record Older(String schemaVersion, String current) implements Look {}

    /** One of a newer program, which this program refuses. */
    public record Newer(String schemaVersion) implements Look {}

    /** It cannot be looked at; {@code words} of the database, one line. */
    public record Unreachable(String words) implements Look {}

    /**
     * Opens the ledger when there is one that can be used.
     *
     * @param url setting {@code ledger.url}; empty for SQLite in {@code dataFolder}
     */
    public static Look open(String url, Path dataFolder, Clock clock) {
        String effective = LedgerDatabase.effectiveUrl(url, dataFolder);
        boolean sqlite = LedgerDatabase.isSqlite(effective);
        if (sqlite && sqliteFile(effective).filter(file -> !Files.exists(file)).isPresent()) {
            return new None(sqliteFile(effective).orElseThrow().toString());
        }
        HikariDataSource dataSource;
        try {
            dataSource = new HikariDataSource(LedgerDatabase.pool(effective, LedgerDatabase.Use.WRITING));
        } catch (RuntimeException e) {
            return new Unreachable(LedgerDatabase.rootMessage(e));
        }
        boolean handedOut = false;
        try {
            Look look = look(dataSource, effective, sqlite, clock);
            handedOut = look instanceof Usable;
            return look;
        } catch (RuntimeException e) {
            return new Unreachable(LedgerDatabase.rootMessage(e));
        } finally {
            if (!handedOut) {
                dataSource.close();
            }
        }
    }

    private static Look look(HikariDataSource dataSource, String url, boolean sqlite, Clock clock) {
        Flyway migrations = LedgerDatabase.migrations(dataSource, sqlite);
        MigrationInfo[] applied = migrations.info().applied();
        if (applied.length == 0) {
            return new None(withoutLogIn(url));
        }
        Optional<MigrationInfo> newer = Arrays.stream(applied)
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .findFirst();
        if (newer.isPresent()) {
            return new Newer(String.valueOf(newer.get().getVersion()));
        }
        String version = String.valueOf(applied[applied.length - 1].getVersion());
        MigrationInfo[] pending = migrations.info().pending();
        return pending.length == 0
                ? new Usable(LedgerDatabase.ledger(dataSource, url, clock, WRITER), version)
                : new Older(version, String.valueOf(pending[pending.length - 1].getVersion()));
    }

    private static Optional<Path> sqliteFile(String url) {
        String file = url.substring(LedgerDatabase.SQLITE_PREFIX.length());
        file = file.startsWith(SQLITE_FILE_URL) ? file.substring(SQLITE_FILE_URL.length()) : file;
        int query = file.indexOf('?');
        try {
            return Optional.of(Path.of(query < 0 ? file : file.substring(0, query)));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private static String withoutLogIn(String url) {
        int query = url.indexOf('?');
        return (query < 0 ? url : url.substring(0, query)).replaceFirst("//[^/@]*@", "//");
    }
}
