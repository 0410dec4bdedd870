package io.github.komaseconnect.ledger.sql;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of one connection prepared: the ledger says the same few dozen sentences over and over, and
 * preparing one costs more than carrying it out. For one thread at a time.
 */
final class KeptStatements implements StatementBuilder {
    /** Sentences with lists of varying length are new ones each time; they must not grow the memory. */
    private static final int MOST_KEPT = 200;

    private final StatementBuilder plain = new DefaultStatementBuilder();
    /** Those that are free; one in use is not in here, so that a sentence within itself gets a statement of its own. */
    private final Map<String, PreparedStatement> free = new HashMap<>();

    private final Map<Statement, String> inUse = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        String key = context.isReturningGeneratedKeys() ? "keys " + sql : sql;
        PreparedStatement kept = free.remove(key);
        PreparedStatement statement = kept == null ? plain.create(connection, sql, context) : kept;
        inUse.put(statement, key);
        return statement;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String key = inUse.remove(statement);
        if (key == null || free.size() >= MOST_KEPT || free.containsKey(key)) {
            statement.close();
            return;
        }
        PreparedStatement prepared = (PreparedStatement) statement;
        prepared.clearParameters();
        free.put(key, prepared);
    }

    @Override
    public void close(Connection connection) {
        // they go with their connection
        free.clear();
        inUse.clear();
    }
}
