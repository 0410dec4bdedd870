package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.ExistingLedger.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExistingLedgerTest {
    @TempDir
    Path folder;

    private Look look() {
        return ExistingLedger.open("", folder.resolve("data"), Clock.systemUTC());
    }

    private void make() {
        LedgerDatabase.open("", folder.resolve("data"), Clock.systemUTC(), "1.0")
                .close();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void makesNone() {
        assertThat(look()).isInstanceOf(ExistingLedger.None.class);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void noneByAUrlOfItsOwnEither() {
        Path file = folder.resolve("other.db");
        assertThat(ExistingLedger.open("jdbc:sqlite:" + file + "?cache=shared", folder, Clock.systemUTC()))
                .isEqualTo(new ExistingLedger.None(file.toString()));
        assertThat(file).doesNotExist();
    }

    @Test
    void readsOneBesideTheProgramThatHasItOpen() {
        try (Ledger ledger = LedgerDatabase.open("", folder.resolve("data"), Clock.systemUTC(), "1.0")) {
            ledger.record(books -> books.receipts().watermark("acme", Instant.EPOCH, Instant.EPOCH));
            assertThat(look()).isInstanceOfSatisfying(ExistingLedger.Usable.class, usable -> {
                assertThat(usable.schemaVersion()).matches("[1-9][0-9.]*");
                try (SqlLedger same = usable.ledger()) {
                    assertThat(same.<Boolean>inTransaction(
                                    books -> books.receipts().watermark("acme").isPresent()))
                            .isTrue();
                }
            });
        }
    }

    @Test
    void anEmptyDatabaseIsNoneAndStaysEmpty() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        execute("PRAGMA user_version");
        assertThat(look()).isInstanceOf(ExistingLedger.None.class);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.db"));
                var tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void knowsOneOfANewerProgram() throws SQLException {
        make();
        execute("""
                INSERT INTO ledger_schema (installed_rank, version, description, type, script, checksum, installed_by,
                    execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, 1)
                """);
        assertThat(look()).isEqualTo(new ExistingLedger.Newer("99"));
    }

    @Test
    void saysWhatIsWrongWithOneThatIsNone() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                folder.resolve("data/ledger.db"), "this is no database, but it is longer than its header".repeat(9));
        assertThat(look())
                .isInstanceOfSatisfying(ExistingLedger.Unreachable.class, unreachable -> assertThat(unreachable.words())
                        .isNotBlank());
    }
}
