package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.NumberBook;
import io.github.komaseconnect.ledger.Watching;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link Watching} in SQL. */
final class SqlWatching implements Watching {
    /** A printer is asked for what it has twice a minute at least. */
    private static final Duration LONGEST_PRINTER_LOOK = Duration.ofMinutes(2);

    private static final String IN_HAND =
            "'ACCEPTED', 'ON_ITS_WAY', 'LISTED', 'FETCHED', 'READY', 'STAGED', 'IMPORTED'";

    private static final String WORKED_ON = """
            SELECT i.*, COALESCE((SELECT MAX(d.created_at) FROM delivery d WHERE d.invoice_id = i.id
                    AND d.state IN ('WAITING', 'ATTEMPTING', 'IN_DOUBT')),
                    CASE WHEN i.direction = 'SALES' THEN i.changed_at ELSE i.created_at END) AS since
                FROM invoice i WHERE i.%s AND i.state IN (%s)
            """.formatted(SqlInvoices.OPEN, IN_HAND);
    private static final String HELD =
            "SELECT i.*, i.changed_at AS since FROM invoice i WHERE i." + SqlInvoices.OPEN + " AND i.state = 'HELD'";
    private static final String OF_COMPANY = " AND i.company = :company";
    /** What seems to be of the future was stamped by a clock that was wrong, and may be of any age. */
    private static final String OLD = " WHERE since < :before OR since > :future";

    private final Handle handle;
    private final Clock clock;
    private final Fence fence;

    SqlWatching(Handle handle, Clock clock, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.fence = fence;
    }

    @Override
    public Optional<Long> mark(String name) {
        return handle.createQuery("SELECT value FROM watch_mark WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne();
    }

    @Override
    public void mark(String name, long value) {
        handle.createUpdate("""
                        INSERT INTO watch_mark (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = :value
                        """).bind("name", name).bind("value", value).execute();
    }

    @Override
    public void clockSetBack(Duration by) {
        handle.createUpdate("""
                        INSERT INTO clock_set_back (last_attempt, back_by, at)
                        SELECT COALESCE(MAX(id), 0), :back, :now FROM attempt
                        """)
                .bind("back", by.toMillis())
                .bind("now", clock.millis())
                .execute();
    }

    @Override
    public Duration clockSetBackSince(long attemptId) {
        return handle.createQuery("SELECT COALESCE(SUM(back_by), 0) FROM clock_set_back WHERE last_attempt >= :attempt")
                .bind("attempt", attemptId)
                .mapTo(Long.class)
                .map(Duration::ofMillis)
                .one();
    }

    @Override
    public List<String> waitingBeyond(LongestWaits longest, Instant now) {
        return handle.createQuery("""
                        SELECT company FROM delivery WHERE state IN ('WAITING', 'IN_DOUBT')
                            AND (failing_since > :now OR due_at > :delivery)
                        UNION SELECT company FROM receipt WHERE due_at > :receipt
                        UNION SELECT company FROM pause WHERE probe_at > :probe
                        UNION SELECT company FROM print_job WHERE stage = 'PRINTING' AND next_at > :look
                        """)
                .bind("now", now.toEpochMilli())
                .bind("delivery", now.plus(longest.delivery()).toEpochMilli())
                .bind("receipt", now.plus(longest.receipt()).toEpochMilli())
                .bind("probe", now.plus(longest.probe()).toEpochMilli())
                .bind("look", now.plus(LONGEST_PRINTER_LOOK).toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    @Override
    public int pullBack(String company, LongestWaits longest, Instant now) {
        fence.pass(company);
        handle.createUpdate("""
                        UPDATE delivery SET failing_since = :now
                        WHERE company = :company AND state IN ('WAITING', 'IN_DOUBT') AND failing_since > :now
                        """)
                .bind("company", company)
                .bind("now", now.toEpochMilli())
                .execute();
        return pullBack(
                        "delivery SET due_at",
                        "state IN ('WAITING', 'IN_DOUBT') AND due_at",
                        company,
                        longest.delivery(),
                        now)
                + pullBack("receipt SET due_at", "due_at", company, longest.receipt(), now)
                + pullBack("pause SET probe_at", "probe_at", company, longest.probe(), now)
                + pullBack(
                        "print_job SET next_at", "stage = 'PRINTING' AND next_at", company, LONGEST_PRINTER_LOOK, now);
    }

    private int pullBack(String what, String condition, String company, Duration longest, Instant now) {
        return handle.createUpdate(
                        "UPDATE " + what + " = :now WHERE company = :company AND " + condition + " > :latest")
                .bind("company", company)
                .bind("now", now.toEpochMilli())
                .bind("latest", now.plus(longest).toEpochMilli())
                .execute();
    }

    @Override
    public List<Instant> received(String company, Instant since) {
        return handle.createQuery("""
                        SELECT MAX(created_on) FROM receipt WHERE company = :company AND created_on >= :since
                        GROUP BY created_on / 3600000 ORDER BY 1
                        """)
                .bind("company", company)
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .list();
    }

    @Override
    public List<OldWork> workedOnSince(String company, Instant before, int limit) {
        return old(WORKED_ON + OF_COMPANY, company, before, limit);
    }

    @Override
    public List<OldWork> heldSince(String company, Instant before, int limit) {
        return old(HELD + OF_COMPANY, company, before, limit);
    }

    @Override
    public List<String> companiesWorkedOnSince(Instant before) {
        return companies(WORKED_ON, before);
    }

    @Override
    public List<String> companiesHeldSince(Instant before) {
        return companies(HELD, before);
    }

    private List<String> companies(String work, Instant before) {
        return handle.createQuery("SELECT DISTINCT company FROM (" + work + ") AS work" + OLD)
                .bind("before", before.toEpochMilli())
                .bind("future", future())
                .mapTo(String.class)
                .list();
    }

    private long future() {
        return clock.instant().plus(Duration.ofHours(1)).toEpochMilli();
    }

    private List<OldWork> old(String work, String company, Instant before, int limit) {
        return handle.createQuery("SELECT * FROM (" + work + ") AS work" + OLD + " ORDER BY since, id LIMIT :limit")
                .bind("company", company)
                .bind("before", before.toEpochMilli())
                .bind("future", future())
                .bind("limit", limit)
                .map((row, context) -> new OldWork(Rows.invoice(row), Rows.at(row, "since")))
                .list();
    }

    @Override
    public NumberBook numbers() {
        return new SqlNumberBook(handle, clock);
    }
}
