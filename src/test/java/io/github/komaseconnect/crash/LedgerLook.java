package io.github.komaseconnect.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ledger as it is at this moment, read past the program and without writing anything, also right after a kill.
 *
 * @param openOrders orders of people that are not finished
 * @param unplaced moves of files that were recorded and not done
 */
record LedgerLook(List<Row> rows, int openOrders, int unplaced) {
    /**
     * An invoice with what is left to be done for it.
     *
     * @param key the number of a sales invoice, the ExternalId of a purchase invoice
     * @param openAttempt id of an attempt by mail or print that was recorded without what came of it; 0: none
     * @param pending deliveries and answers that wait, are being tried or are in doubt, receipts that are due, and mails that came back
     * @param orders orders about it so far
     */
    record Row(
            long id,
            String key,
            String direction,
            String state,
            String reason,
            String archive,
            long openAttempt,
            int pending,
            int orders) {}

    /** An attempt by mail or print of which only the beginning was recorded: it is in doubt. */
    record OpenAttempt(String key, long id) {}

    private static final String ROWS = """
            SELECT id, direction, CASE direction WHEN 'SALES' THEN number ELSE external_id END AS key, state, reason_code, archive,
              (SELECT MAX(a.id) FROM attempt a JOIN delivery d ON d.id = a.delivery_id
                WHERE d.invoice_id = invoice.id AND a.outcome = '' AND d.method <> 'PEPPOL') AS open_attempt,
              (SELECT COUNT(*) FROM delivery d WHERE d.invoice_id = invoice.id
                AND d.state IN ('WAITING', 'ATTEMPTING', 'PRINTING', 'IN_DOUBT'))
              + (SELECT COUNT(*) FROM receipt r WHERE r.invoice_id = invoice.id AND r.due_at > 0)
              + (SELECT COUNT(*) FROM response s WHERE s.invoice_id = invoice.id
                AND s.state IN ('WAITING', 'ATTEMPTING'))
              + (SELECT COUNT(*) FROM bounce b JOIN delivery d ON d.id = b.delivery_id
                WHERE d.invoice_id = invoice.id AND b.state = 'WAITING') AS pending,
              (SELECT COUNT(*) FROM work_order o WHERE o.invoice_id = invoice.id) AS orders
            FROM invoice ORDER BY id
            """;

    /** Looks through this door; empty while there is no ledger that can be read. */
    static Optional<LedgerLook> into(LedgerDoor door) {
        try (Connection connection = door.look();
                Statement statement = connection.createStatement()) {
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(ROWS)) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return Optional.of(new LedgerLook(
                    rows,
                    number(statement, "SELECT COUNT(*) FROM work_order WHERE finished_at = 0"),
                    number(statement, "SELECT COUNT(*) FROM invoice WHERE placed = 0 AND direction = 'SALES'")));
        } catch (SQLException notYet) {
            return Optional.empty();
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getLong("id"),
                found.getString("key"),
                found.getString("direction"),
                found.getString("state"),
                found.getString("reason_code"),
                found.getString("archive"),
                found.getLong("open_attempt"),
                found.getInt("pending"),
                found.getInt("orders"));
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    /** What would be in doubt if the program died now. */
    Set<OpenAttempt> openAttempts() {
        return rows.stream()
                .filter(row -> row.openAttempt() > 0)
                .map(row -> new OpenAttempt(row.key(), row.openAttempt()))
                .collect(Collectors.toSet());
    }

    /** Everything about this number or ExternalId. */
    List<Row> of(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).toList();
    }

    /** The one row about it that is not merely another copy. */
    Optional<Row> first(String key) {
        return of(key).stream().findFirst();
    }
}
