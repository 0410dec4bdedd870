package io.github.komaseconnect.ledger.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Membership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * Opens the ledger's database and brings its schema up to date.
 *
 * <p>SQLite runs in WAL mode with {@code synchronous=FULL}: a commit is on disk before it returns, which kill tests
 * showed to lose nothing. One connection serialises the program's own writing transactions, and those of several threads
 * are committed together; commands in other processes wait on SQLite's lock. What only reads does so beside the writing.
 *
 * <p>In PostgreSQL every writing transaction waits for its turn as well. What a transaction has read is then still so when it
 * writes, in both databases alike: "is it still waiting? then begin" needs no thought about others at the same time.
 */
public final class LedgerDatabase {
    private static final String SCHEMA_TABLE = "ledger_schema";
    /** One, and the second that Flyway wants for its lock. */
    private static final int POSTGRES_WRITERS = 2;

    private static final int READERS = 4;
    private static final long WAIT_FOR_CONNECTION_MS = 20_000;
    static final String SQLITE_PREFIX = "jdbc:sqlite:";
    /** A program that stops in the middle of a transaction, e.g. with its machine, must not keep the others waiting. */
    private static final String POSTGRES_PATIENCE =
            "SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '15s'";

    /** 16 MB: a page that changes often is brought from the WAL into the database once instead of many times. */
    private static final String SQLITE_LONGER_WAL = "PRAGMA wal_autocheckpoint = 4000";

    /** Negative: in KiB, outside the heap. Pages that are written are also those that are read. */
    private static final String SQLITE_WRITER_CACHE = "-16000";

    private static final String SQLITE_READER_CACHE = "-4000";

    private static final String POSTGRES_SILENCE_SECONDS = "60";
    private static final String POSTGRES_CONNECT_SECONDS = "10";

    /** "komas"; the lock goes with the end of the transaction, also when the program dies. */
    private static final String POSTGRES_TURN = "SELECT pg_advisory_xact_lock(461430940019)";

    private LedgerDatabase() {}

    /**
     * Opens (and creates or migrates) the ledger.
     *
     * @param url JDBC URL of a PostgreSQL database; empty for SQLite in {@code dataFolder}
     * @param version the program's version, written into every row
     * @throws LedgerUnavailableException when it cannot be opened
     * @throws NewerLedgerException when a newer program made it
     */
    public static SqlLedger open(String url, Path dataFolder, Clock clock, String version) {
        return open(url, dataFolder, clock, version, Optional.empty());
    }

    /**
     * Opens (and creates or migrates) the ledger for a runtime that may be one of several: on PostgreSQL it changes only
     * what belongs to companies that it has taken ({@link io.github.komaseconnect.ledger.Leases}).
     *
     * @throws LedgerUnavailableException when it cannot be opened
     * @throws NewerLedgerException when a newer program made it
     */
    public static SqlLedger open(String url, Path dataFolder, Clock clock, String version, Membership membership) {
        return open(url, dataFolder, clock, version, Optional.of(membership));
    }

    private static SqlLedger open(
            String url, Path dataFolder, Clock clock, String version, Optional<Membership> membership) {
        String effective = effectiveUrl(url, dataFolder);
        boolean sqlite = isSqlite(effective);
        HikariDataSource writing;
        try {
            if (sqlite) {
                Files.createDirectories(dataFolder);
            }
            writing = new HikariDataSource(pool(effective, Use.WRITING));
        } catch (IOException | RuntimeException e) {
            throw new LedgerUnavailableException("The ledger's database cannot be opened: " + rootMessage(e), e);
        }
        try {
            migrate(writing, sqlite);
            return ledger(writing, effective, clock, version, membership);
        } catch (RuntimeException e) {
            writing.close();
            throw e;
        }
    }

    /** The JDBC URL that the setting {@code ledger.url} means. */
    static String effectiveUrl(String url, Path dataFolder) {
        return url.isBlank() ? SQLITE_PREFIX + dataFolder.resolve("ledger.db") : url;
    }

    /** The ledger in a database whose schema is up to date; it closes {@code writing} when it is closed. */
    static SqlLedger ledger(
            HikariDataSource writing, String url, Clock clock, String version, Optional<Membership> membership) {
        Optional<String> turn = isSqlite(url) ? Optional.empty() : Optional.of(POSTGRES_TURN);
        return new SqlLedger(
                writing,
                new HikariDataSource(pool(url, Use.READING)),
                clock,
                version,
                turn,
                isSqlite(url) ? Optional.empty() : membership);
    }

    static boolean isSqlite(String url) {
        return url.startsWith(SQLITE_PREFIX);
    }

    /** What connections are for. */
    enum Use {
        /** All that changes something, one transaction after another. */
        WRITING,
        /** Looking, next to the writing. */
        READING
    }

    static HikariConfig pool(String url, Use use) {
        HikariConfig config = new HikariConfig();
        boolean writes = use == Use.WRITING;
        config.setPoolName(writes ? "ledger" : "ledger-reading");
        config.setJdbcUrl(url);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
        config.setMaximumPoolSize(writes ? isSqlite(url) ? 1 : POSTGRES_WRITERS : READERS);
        if (!writes) {
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1);
            config.setReadOnly(!isSqlite(url));
        }
        if (isSqlite(url)) {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("busy_timeout", "15000");
            // a transaction that starts reading and then writes could not wait for the lock otherwise
            config.addDataSourceProperty("transaction_mode", writes ? "IMMEDIATE" : "DEFERRED");
            config.addDataSourceProperty("foreign_keys", "true");
            // what a savepoint may take back is kept in memory, and not in a file beside
            config.addDataSourceProperty("temp_store", "MEMORY");
            // otherwise the driver asks for the new row's id after every INSERT, anew each time; who wants one says
            // RETURNING
            config.addDataSourceProperty("jdbc.get_generated_keys", "false");
            config.addDataSourceProperty("cache_size", writes ? SQLITE_WRITER_CACHE : SQLITE_READER_CACHE);
            config.setConnectionInitSql(writes ? SQLITE_LONGER_WAL : "PRAGMA query_only = true");
        } else {
            config.setConnectionInitSql(POSTGRES_PATIENCE);
            config.addDataSourceProperty("connectTimeout", POSTGRES_CONNECT_SECONDS);
            config.addDataSourceProperty("socketTimeout", POSTGRES_SILENCE_SECONDS);
            config.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return config;
    }

    private static List<String> locations(boolean sqlite) {
        return sqlite ? List.of("ledger/migrations") : List.of("ledger/migrations", "ledger/migrations-postgresql");
    }

    /** The migrations of this program on a database. */
    static Flyway migrations(DataSource dataSource, boolean sqlite) {
        String identity =
                sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
        return Flyway.configure(LedgerDatabase.class.getClassLoader())
                .dataSource(dataSource)
                .locations(locations(sqlite).stream()
                        .map(folder -> "classpath:" + folder)
                        .toArray(String[]::new))
                .placeholders(Map.of("identity", identity))
                .table(SCHEMA_TABLE)
                .load();
    }

    private static void migrate(DataSource dataSource, boolean sqlite) {
        if (new ShippedMigrations(LedgerDatabase.class.getClassLoader(), locations(sqlite))
                .areAllIn(dataSource, SCHEMA_TABLE)) {
            return;
        }
        Flyway flyway = migrations(dataSource, sqlite);
        try {
            MigrationInfoService info = flyway.info();
            Arrays.stream(info.applied())
                    .filter(migration -> migration.getState().isApplied()
                            && !migration.getState().isResolved())
                    .findFirst()
                    .map(MigrationInfo::getVersion)
                    .ifPresent(newer -> {
                        throw new NewerLedgerException(String.valueOf(newer));
                    });
            if (info.pending().length > 0 || !isAsItShouldBe(info)) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw new LedgerUnavailableException("The ledger's schema cannot be prepared: " + rootMessage(e), e);
        }
    }

    private static boolean isAsItShouldBe(MigrationInfoService info) {
        return Arrays.stream(info.applied()).allMatch(migration -> migration.getState() == MigrationState.SUCCESS);
    }

    static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
