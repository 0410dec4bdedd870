package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Flyway is left asleep only when there is surely nothing for it to do. */
class ShippedMigrationsTest {
    private static final String TABLE = "ledger_schema";

    @TempDir
    Path folder;

    private final SQLiteDataSource database = new SQLiteDataSource();
    private final ShippedMigrations shipped = of(getClass().getClassLoader());

    private static ShippedMigrations of(ClassLoader loader) {
        return new ShippedMigrations(loader, List.of("ledger/migrations"));
    }

    @BeforeEach
    void atHome() {
        database.setUrl("jdbc:sqlite:" + folder.resolve("ledger.db"));
    }

    private void openLedger() {
        LedgerDatabase.open("", folder, Clock.systemUTC(), "test").close();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void aLedgerOfThisProgramHasThemAll() {
        assertThat(shipped.areAllIn(database, TABLE)).as("not yet").isFalse();

        openLedger();

        assertThat(shipped.areAllIn(database, TABLE)).isTrue();
    }

    @Test
    void oneThatIsMissingOrFailedIsSeen() throws Exception {
        openLedger();
        change("UPDATE ledger_schema SET success = 0 WHERE version = '1'");
        assertThat(shipped.areAllIn(database, TABLE)).isFalse();

        change("DELETE FROM ledger_schema WHERE version = '1'");
        assertThat(shipped.areAllIn(database, TABLE)).isFalse();
    }

    @Test
    void whatANewerProgramDidIsSeenAndStillRefused() throws Exception {
        openLedger();
        change("""
                INSERT INTO ledger_schema (installed_rank, version, description, type, script, checksum, installed_by,
                    execution_time, success) VALUES (999, '999', 'newer', 'SQL', 'V999__newer.sql', 1, '', 1, 1)
                """);

        assertThat(shipped.areAllIn(database, TABLE)).isFalse();
        Assertions.assertThatThrownBy(this::openLedger)
                .isInstanceOfAny(NewerLedgerException.class, LedgerUnavailableException.class);
    }

    @Test
    void theyAreFoundInAJarToo() throws Exception {
        Path jar = folder.resolve("program.jar");
        writeJar(
                jar,
                "ledger/",
                "ledger/migrations/",
                "ledger/migrations/V1__a.sql",
                "ledger/migrations/V2__b.sql",
                "ledger/migrations-postgresql/V3__c.sql",
                "ledger/migrations/readme.txt");

        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(of(loader).scripts()).containsExactlyInAnyOrder("V1__a.sql", "V2__b.sql");
        }
    }

    @Test
    void whereNoneCanBeFoundNothingIsCertain() throws Exception {
        openLedger();
        Path jar = folder.resolve("without-folders.jar");
        writeJar(jar, "ledger/migrations/V1__a.sql");

        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(of(loader).areAllIn(database, TABLE)).isFalse();
        }
    }

    private static void writeJar(Path jar, String... names) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : names) {
                out.putNextEntry(new JarEntry(name));
                out.closeEntry();
            }
        }
    }
}
