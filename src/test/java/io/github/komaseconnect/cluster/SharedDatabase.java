package io.github.komaseconnect.cluster;

import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.ledger.sql.SqlLedger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;

/** A real PostgreSQL that flushes to disk at each commit, for nodes to share. */
public final class SharedDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    /** Starts it. */
    public SharedDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** Makes an empty database; gives its JDBC URL. */
    public String create(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    /** A node's own view of the ledger. */
    static SqlLedger open(String url, String node, String home, Duration lease, Duration step) {
        return LedgerDatabase.open(
                url,
                Path.of("not-used"),
                Clock.systemUTC(),
                "test",
                new Membership(node, "machine", home, lease, step));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
