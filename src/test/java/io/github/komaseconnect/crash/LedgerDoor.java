package io.github.komaseconnect.crash;

import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Where the ledger of a home is, and the ways to it that do not go through the program. */
sealed interface LedgerDoor {
    /** What the configuration says about it. */
    String settings();

    /** A connection to look, which writes nothing; it works right after a kill. */
    Connection look() throws SQLException;

    /** The ledger as a command of a person opens it. */
    Ledger asCommand();

    /** After a kill: when it returns, what the program had sent to its database is done or undone. */
    void settleAfterKill() throws SQLException;

    /** SQLite in the home, as is usual. */
    record InHome(Path home) implements LedgerDoor {
        @Override
        public String settings() {
            return "";
        }

        @Override
        public Connection look() throws SQLException {
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setBusyTimeout(5000);
            return config.createConnection("jdbc:sqlite:" + home.resolve("data/ledger.db"));
        }

        @Override
        public Ledger asCommand() {
            return LedgerDatabase.open("", home.resolve("data"), Clock.systemUTC(), "person");
        }

        @Override
        public void settleAfterKill() {
            // the process was the database
        }
    }

    /** A database of PostgreSQL, whose server lives on. */
    record OnServer(String url) implements LedgerDoor {
        private static final Duration PATIENCE = Duration.ofMinutes(1);
        private static final String SESSIONS =
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
        /** A new run follows a dead one of its home after half a minute without a sign: nobody waits for that. */
        private static final String A_MINUTE_PASSES = "UPDATE node SET seen_at = seen_at - 60000";

        @Override
        public String settings() {
            return "ledger.url=" + url + "\n";
        }

        @Override
        public Connection look() throws SQLException {
            Connection connection = DriverManager.getConnection(url);
            connection.setReadOnly(true);
            return connection;
        }

        @Override
        public Ledger asCommand() {
            return LedgerDatabase.open(url, Path.of("not-used"), Clock.systemUTC(), "person");
        }

        @Override
        public void settleAfterKill() throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> number(statement, SESSIONS) == 0);
                statement.execute(A_MINUTE_PASSES);
            }
        }

        private static long number(Statement statement, String query) throws SQLException {
            try (ResultSet found = statement.executeQuery(query)) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }
}
