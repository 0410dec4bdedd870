package io.github.komaseconnect.benchmark.growth;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a SQLite ledger large in minutes: the rows of the invoices that were really sent are copied over and over, with
 * ids, numbers, names, hashes and times of their own. So the rows are what the program writes, whatever its schema.
 */
final class LedgerFill {
    /** Copies of all seeds in one transaction. */
    private static final int BATCH = 500;

    private static final String COPY = "k.n";
    /** One copy is so much older than the one before: half a million invoices a year, if there were a hundred seeds. */
    private static final String OLDER = " - k.n * 1800000";

    /** What is of each copy's own in every table, by column. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("number", "%s || '/' || k.n"),
            Map.entry("stem", "%s || '_' || k.n"),
            Map.entry("place_path", "%s || '_' || k.n"),
            Map.entry("from_path", "%s || '_' || k.n"),
            Map.entry("original_name", "k.n || '_' || %s"),
            Map.entry("archive", "%s || '_' || k.n"),
            Map.entry("external_id", "%s || '/' || k.n"),
            Map.entry("reference", "%s || '/' || k.n"),
            Map.entry("sha256", "printf('%%08x', (k.n * 2654435761) %% 4294967296) || substr(%s, 9)"),
            Map.entry("created_at", "%s" + OLDER),
            Map.entry("changed_at", "%s" + OLDER),
            Map.entry("started_at", "%s" + OLDER),
            Map.entry("ended_at", "%s" + OLDER),
            Map.entry("at", "%s" + OLDER));

    private final Path database;

    /** @param database that no program has open */
    LedgerFill(Path database) {
        this.database = database;
    }

    /** Copies what is there until so many invoices are in it. */
    void fillUpTo(long invoices) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sql = connection.createStatement()) {
            for (String pragma : List.of("synchronous=OFF", "cache_size=-1000000", "temp_store=MEMORY")) {
                sql.execute("PRAGMA " + pragma);
            }
            long seeds = number(sql, "SELECT COUNT(*) FROM invoice");
            long copies = invoices / seeds - 1;
            connection.setAutoCommit(false);
            List<String> copying = List.of(
                    statement(sql, "invoice", Map.of()),
                    statement(sql, "delivery", Map.of("invoice_id", "invoice")),
                    statement(sql, "attempt", Map.of("delivery_id", "delivery")),
                    statement(sql, "event", Map.of("invoice_id", "invoice")));
            for (long from = 1; from <= copies; from += BATCH) {
                long to = Math.min(copies, from + BATCH - 1);
                for (String copy : copying) {
                    sql.executeUpdate(copy.replace(":from", Long.toString(from)).replace(":to", Long.toString(to)));
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            sql.execute("PRAGMA optimize");
        }
    }

    /** Copies the seeds of one table; {@code references} says to which table a column points. */
    private static String statement(Statement sql, String table, Map<String, String> references) throws SQLException {
        List<String> names = columns(sql, table);
        List<String> values = new ArrayList<>();
        for (String name : names) {
            if (name.equals("id")) {
                values.add(moved(sql, "id", table));
            } else if (references.containsKey(name)) {
                values.add(moved(sql, name, references.get(name)));
            } else {
                values.add(String.format(Locale.ROOT, OWN.getOrDefault(name, "%s"), "s." + name));
            }
        }
        return "WITH RECURSIVE k(n) AS (SELECT :from UNION ALL SELECT n + 1 FROM k WHERE n < :to) INSERT INTO " + table
                + " (" + String.join(", ", names) + ") SELECT " + String.join(", ", values) + " FROM k, " + table
                + " s WHERE s.id <= " + number(sql, "SELECT MAX(id) FROM " + table);
    }

    /** The id of the k-th copy of a row. */
    private static String moved(Statement sql, String column, String table) throws SQLException {
        return "s." + column + " + " + COPY + " * " + number(sql, "SELECT MAX(id) FROM " + table);
    }

    private static List<String> columns(Statement sql, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                names.add(rows.getString("name"));
            }
        }
        return names;
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
