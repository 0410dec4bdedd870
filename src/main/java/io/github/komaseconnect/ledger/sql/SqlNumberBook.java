package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.NumberBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link NumberBook} in SQL. */
final class SqlNumberBook implements NumberBook {
    private final Handle handle;
    private final Clock clock;

    SqlNumberBook(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    @Override
    public List<Numbered> after(long invoiceId, int limit) {
        return handle.createQuery("""
                        SELECT id, company, document_type, number, issue_date FROM invoice
                        WHERE id > :id AND direction = 'SALES' AND number <> '' ORDER BY id LIMIT :limit
                        """)
                .bind("id", invoiceId)
                .bind("limit", limit)
                .map((row, context) -> new Numbered(
                        row.getLong("id"),
                        row.getString("company"),
                        row.getString("document_type"),
                        row.getString("number"),
                        row.getString("issue_date")))
                .list();
    }

    @Override
    public long newestInvoice() {
        return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM invoice")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<Series> series(String company, String documentType, String prefix, String suffix) {
        return handle.createQuery("""
                        SELECT * FROM number_series WHERE company = :company AND document_type = :type AND prefix = :prefix
                            AND suffix = :suffix
                        """)
                .bind("company", company)
                .bind("type", documentType)
                .bind("prefix", prefix)
                .bind("suffix", suffix)
                .map((row, context) -> series(row))
                .findOne();
    }

    private static Series series(ResultSet row) throws SQLException {
        return new Series(
                row.getLong("id"),
                row.getString("company"),
                row.getString("document_type"),
                row.getString("prefix"),
                row.getString("suffix"),
                row.getInt("width"),
                row.getLong("highest"));
    }

    @Override
    public long addSeries(Series series) {
        return handle.createQuery("""
                        INSERT INTO number_series (company, document_type, prefix, suffix, width, highest)
                        VALUES (:company, :type, :prefix, :suffix, :width, :highest)
                        RETURNING id
                        """)
                .bind("company", series.company())
                .bind("type", series.documentType())
                .bind("prefix", series.prefix())
                .bind("suffix", series.suffix())
                .bind("width", series.width())
                .bind("highest", series.highest())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void update(Series series) {
        handle.createUpdate("UPDATE number_series SET width = :width, highest = :highest WHERE id = :id")
                .bind("width", series.width())
                .bind("highest", series.highest())
                .bind("id", series.id())
                .execute();
    }

    @Override
    public void missing(Series series, long running, String number, Instant at) {
        handle.createUpdate("""
                        INSERT INTO number_gap (series_id, company, running, number, found_at, closed_at, closed_by)
                        VALUES (:series, :company, :running, :number, :at, 0, '') ON CONFLICT (series_id, running) DO NOTHING
                        """)
                .bind("series", series.id())
                .bind("company", series.company())
                .bind("running", running)
                .bind("number", number)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public void came(Series series, long running) {
        handle.createUpdate("""
                        UPDATE number_gap SET closed_at = :now, closed_by = :who
                        WHERE series_id = :series AND running = :running AND closed_at = 0
                        """)
                .bind("now", clock.millis())
                .bind("who", LedgerEvent.RUNTIME)
                .bind("series", series.id())
                .bind("running", running)
                .execute();
    }

    @Override
    public List<String> accept(String company, List<String> numbers, String who) {
        List<String> accepted = new ArrayList<>();
        for (String number : numbers) {
            int closed = handle.createUpdate("""
                            UPDATE number_gap SET closed_at = :now, closed_by = :who
                            WHERE company = :company AND number = :number AND closed_at = 0
                            """)
                    .bind("now", clock.millis())
                    .bind("who", who)
                    .bind("company", company)
                    .bind("number", number)
                    .execute();
            if (closed > 0) {
                accepted.add(number);
            }
        }
        return accepted;
    }

    @Override
    public void closeKnown(String company) {
        handle.createUpdate("""
                        UPDATE number_gap SET closed_at = :now, closed_by = :who WHERE company = :company AND closed_at = 0
                            AND EXISTS (SELECT 1 FROM invoice i WHERE i.company = number_gap.company
                                AND i.number = number_gap.number AND i.direction = 'SALES')
                        """)
                .bind("now", clock.millis())
                .bind("who", LedgerEvent.RUNTIME)
                .bind("company", company)
                .execute();
    }

    @Override
    public List<String> companiesMissing() {
        return handle.createQuery("SELECT DISTINCT company FROM number_gap WHERE closed_at = 0")
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Gap> missing(String company, Instant before) {
        return handle.createQuery("""
                        SELECT s.document_type, g.number, g.found_at FROM number_gap g JOIN number_series s ON s.id = g.series_id
                        WHERE g.company = :company AND g.closed_at = 0 AND (g.found_at <= :before OR g.found_at > :future)
                        ORDER BY s.id, g.running
                        """)
                .bind("company", company)
                .bind("before", before.toEpochMilli())
                .bind("future", clock.millis())
                .map((row, context) ->
                        new Gap(row.getString("document_type"), row.getString("number"), Rows.at(row, "found_at")))
                .list();
    }
}
