package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.ledger.Ledger;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "1.0");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    Ledger ledger() {
        return ledger;
    }

    @Test
    void knowsFromTheStartWhoWasReached() throws Exception {
        SQLiteDataSource empty = new SQLiteDataSource();
        empty.setUrl("jdbc:sqlite:" + folder.resolve("before.db"));
        knowsFromTheStartWhoWasReached(empty, true);
    }

    @Test
    void keepsTheFallbacksOfBefore() throws Exception {
        SQLiteDataSource empty = new SQLiteDataSource();
        empty.setUrl("jdbc:sqlite:" + folder.resolve("before-18.db"));
        keepsTheFallbacksOfBefore(empty, true);
    }

    @Test
    void isDurableOnEveryCommit() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var statement = connection.createStatement();
                var mode = statement.executeQuery("PRAGMA journal_mode")) {
            assertThat(mode.getString(1)).isEqualTo("wal");
        }
    }

    /** Every look of the housekeeping would otherwise read all invoices there ever were. */
    @Test
    void whatIsOpenIsFoundByItsIndex() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var statement = connection.createStatement();
                var plan = statement.executeQuery(
                        "EXPLAIN QUERY PLAN SELECT * FROM invoice WHERE state IN ('ACCEPTED', 'HELD') AND "
                                + SqlInvoices.OPEN)) {
            assertThat(plan.next()).isTrue();
            assertThat(plan.getString("detail")).contains("USING INDEX invoice_open");
        }
    }

    @Test
    void refusesALedgerOfANewerProgram() throws Exception {
        ledger.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO ledger_schema (installed_rank, version, description, type, script, checksum, installed_by,
                        execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, 1)
                    """);
        }

        assertThatThrownBy(() -> LedgerDatabase.open("", folder, Clock.systemUTC(), "1.0"))
                .isInstanceOf(NewerLedgerException.class)
                .hasMessageContaining("99");
    }
}
