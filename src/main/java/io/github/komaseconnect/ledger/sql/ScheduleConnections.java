package io.github.komaseconnect.ledger.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections to the ledger's PostgreSQL for a scheduler that keeps its own tables there ({@code qrtz_*}, made with the
 * ledger's schema); apart from the ledger's own, so that neither waits for the other.
 */
public final class ScheduleConnections implements AutoCloseable {
    private static final int MOST = 4;
    private static final long WAIT_FOR_CONNECTION_MS = 20_000;

    private final HikariDataSource dataSource;

    /** Connects to this JDBC URL when the first connection is wanted. */
    public ScheduleConnections(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("schedules");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
        config.setConnectionInitSql("SET lock_timeout = '20s'");
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        dataSource = new HikariDataSource(config);
    }

    /** One connection, to be closed by the caller. */
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
