package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Ledger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private Ledger ledger;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        ledger = LedgerDatabase.open(postgres.getJdbcUrl("postgres", "postgres"), folder, Clock.systemUTC(), "1.0");
    }

    @AfterAll
    void stop() throws IOException {
        ledger.close();
        postgres.close();
    }

    @Override
    Ledger ledger() {
        return ledger;
    }

    @Test
    void knowsFromTheStartWhoWasReached() throws SQLException {
        knowsFromTheStartWhoWasReached(empty("before"), false);
    }

    @Test
    void keepsTheFallbacksOfBefore() throws SQLException {
        keepsTheFallbacksOfBefore(empty("before18"), false);
    }

    private DataSource empty(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return postgres.getDatabase("postgres", name);
    }
}
