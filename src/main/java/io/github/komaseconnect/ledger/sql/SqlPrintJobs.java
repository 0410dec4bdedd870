package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.PrintJob.Item;
import io.github.komaseconnect.ledger.PrintJob.Kind;
import io.github.komaseconnect.ledger.PrintJob.Stage;
import io.github.komaseconnect.ledger.PrintJobs;
import io.github.komaseconnect.reason.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link PrintJobs} in SQL; what changes something passes the fence first. */
final class SqlPrintJobs implements PrintJobs {
    /** Of those that a person has ended, or that were given up, nobody waits to hear. */
    private static final String AWAITED = """
            EXISTS (SELECT 1 FROM print_job_item i JOIN delivery d ON d.id = i.delivery_id AND d.attempts = i.attempt
              WHERE i.print_job_id = print_job.id
                AND (d.state = 'PRINTING' OR (d.state = 'IN_DOUBT' AND d.due_at > 0)))""";

    private final Handle handle;
    private final Clock clock;
    private final String version;
    private final Fence fence;

    SqlPrintJobs(Handle handle, Clock clock, String version, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.version = version;
        this.fence = fence;
    }

    @Override
    public long plan(String company, String printer, String mark, String name, Kind kind, List<Item> items) {
        fence.pass(company);
        long id = handle.createQuery("""
                        INSERT INTO print_job (company, printer, mark, name, batch, stage, job_id, state, reason_code,
                            reason_nl, reason_en, looks, next_at, created_at, changed_at, program_version)
                        VALUES (:company, :printer, :mark, :name, :batch, 'PLANNED', 0, '', '', '', '', 0, 0, :now, :now,
                            :version)
                        RETURNING id
                        """)
                .bind("company", company)
                .bind("printer", printer)
                .bind("mark", mark)
                .bind("name", name)
                .bind("batch", kind == Kind.BATCH ? 1 : 0)
                .bind("now", clock.millis())
                .bind("version", version)
                .mapTo(Long.class)
                .one();
        for (int position = 0; position < items.size(); position++) {
            Item item = items.get(position);
            handle.createUpdate("""
                            INSERT INTO print_job_item (print_job_id, delivery_id, attempt, position, page)
                            VALUES (:job, :delivery, :attempt, :position, :page)
                            """)
                    .bind("job", id)
                    .bind("delivery", item.deliveryId())
                    .bind("attempt", item.attempt())
                    .bind("position", position)
                    .bind("page", item.page())
                    .execute();
        }
        return id;
    }

    @Override
    public Optional<PrintJob> find(long id) {
        return handle.createQuery("SELECT * FROM print_job WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne();
    }

    @Override
    public Optional<PrintJob> ofAttempt(long deliveryId, int attempt) {
        return handle.createQuery("""
                        SELECT j.* FROM print_job j JOIN print_job_item i ON i.print_job_id = j.id
                        WHERE i.delivery_id = :delivery AND i.attempt = :attempt ORDER BY j.id DESC
                        """)
                .bind("delivery", deliveryId)
                .bind("attempt", attempt)
                .map((row, context) -> job(row))
                .findFirst();
    }

    @Override
    public List<PrintJob> of(long deliveryId) {
        return handle.createQuery("""
                        SELECT j.* FROM print_job j JOIN print_job_item i ON i.print_job_id = j.id
                        WHERE i.delivery_id = :delivery ORDER BY j.id
                        """)
                .bind("delivery", deliveryId)
                .map((row, context) -> job(row))
                .list();
    }

    @Override
    public void created(long id, long jobId) {
        pass(id);
        handle.createUpdate(
                        "UPDATE print_job SET stage = 'CREATED', job_id = :job, changed_at = :now WHERE id = :id AND stage = 'PLANNED'")
                .bind("job", jobId)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void named(long id) {
        pass(id);
        handle.createUpdate("UPDATE print_job SET named = 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    private PrintJob.Naming naming(String printer) {
        boolean seen = handle.createQuery(
                                "SELECT COUNT(*) FROM (SELECT 1 FROM print_job WHERE printer = :printer AND named = 1 LIMIT 1) seen")
                        .bind("printer", printer)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        return seen ? PrintJob.Naming.SEEN : PrintJob.Naming.NOT_SEEN;
    }

    @Override
    public void sending(long id) {
        pass(id);
        handle.createUpdate("UPDATE print_job SET stage = 'SENDING', changed_at = :now WHERE id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
        handle.createUpdate("""
                        UPDATE print_gathered SET waiting = 0
                        WHERE delivery_id IN (SELECT delivery_id FROM print_job_item WHERE print_job_id = :id)
                        """).bind("id", id).execute();
    }

    @Override
    public void update(
            long id, Stage stage, long jobId, String state, Optional<Reason> reason, Optional<Instant> nextLook) {
        pass(id);
        handle.createUpdate("""
                        UPDATE print_job SET stage = :stage, job_id = :job, state = :state, reason_code = :code, reason_nl = :nl,
                            reason_en = :en, looks = looks + 1, next_at = :next, changed_at = :now WHERE id = :id
                        """)
                .bind("stage", stage.name())
                .bind("job", jobId)
                .bind("state", state)
                .bind("code", reason.map(Reason::code).orElse(""))
                .bind("nl", reason.map(Reason::dutch).orElse(""))
                .bind("en", reason.map(Reason::english).orElse(""))
                .bind("next", Rows.millis(nextLook))
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public int stuck(String company) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM print_job
                        WHERE company = :company AND stage IN ('PRINTING', 'SENDING') AND reason_code <> '' AND\s""" + AWAITED)
                .bind("company", company)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<PrintJob> toFollow(String company, Instant now, int limit) {
        return handle.createQuery("""
                        SELECT * FROM print_job WHERE stage = 'PRINTING' AND company = :company AND next_at <= :now AND\s""" + AWAITED + " ORDER BY next_at, id LIMIT :limit")
                .bind("company", company)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list();
    }

    @Override
    public List<String> companiesFollowed(Instant now) {
        return handle.createQuery(
                        "SELECT DISTINCT company FROM print_job WHERE stage = 'PRINTING' AND next_at <= :now AND "
                                + AWAITED + " ORDER BY company")
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    @Override
    public void gather(long deliveryId, String company, Instant readyAt) {
        fence.pass(company);
        handle.createUpdate("""
                        INSERT INTO print_gathered (delivery_id, company, since, ready_at, waiting)
                        VALUES (:delivery, :company, :now, :ready, 1)
                        ON CONFLICT (delivery_id) DO UPDATE SET since = :now, ready_at = :ready, waiting = 1
                        """)
                .bind("delivery", deliveryId)
                .bind("company", company)
                .bind("now", clock.millis())
                .bind("ready", readyAt.toEpochMilli())
                .execute();
    }

    @Override
    public List<Gathered> gathered(String company) {
        return handle.createQuery(
                        "SELECT * FROM print_gathered WHERE waiting = 1 AND company = :company ORDER BY delivery_id")
                .bind("company", company)
                .map((row, context) -> gathered(row))
                .list();
    }

    @Override
    public Optional<Gathered> gatheredBefore(long deliveryId) {
        return handle.createQuery("SELECT * FROM print_gathered WHERE delivery_id = :id")
                .bind("id", deliveryId)
                .map((row, context) -> gathered(row))
                .findOne();
    }

    private static Gathered gathered(ResultSet row) throws SQLException {
        return new Gathered(row.getLong("delivery_id"), Rows.at(row, "since"), Rows.at(row, "ready_at"));
    }

    @Override
    public List<String> companiesGathering() {
        return handle.createQuery("SELECT DISTINCT company FROM print_gathered WHERE waiting = 1 ORDER BY company")
                .mapTo(String.class)
                .list();
    }

    @Override
    public void leave(long deliveryId) {
        fence.passDelivery(deliveryId);
        handle.createUpdate("UPDATE print_gathered SET waiting = 0 WHERE delivery_id = :id")
                .bind("id", deliveryId)
                .execute();
    }

    private void pass(long id) {
        handle.createQuery("SELECT company FROM print_job WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .ifPresent(fence::pass);
    }

    private PrintJob job(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String code = row.getString("reason_code");
        return new PrintJob(
                id,
                row.getString("company"),
                row.getString("printer"),
                row.getString("mark"),
                row.getString("name"),
                row.getInt("batch") == 1 ? Kind.BATCH : Kind.SINGLE,
                Stage.valueOf(row.getString("stage")),
                row.getLong("job_id"),
                row.getString("state"),
                code.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Reason.of(code, row.getString("reason_nl"), row.getString("reason_en"))),
                row.getInt("looks"),
                Rows.time(row, "next_at"),
                Rows.at(row, "created_at"),
                items(id),
                naming(row.getString("printer")));
    }

    private List<Item> items(long id) {
        return handle.createQuery("SELECT * FROM print_job_item WHERE print_job_id = :id ORDER BY position")
                .bind("id", id)
                .map((row, context) -> new Item(row.getLong("delivery_id"), row.getInt("attempt"), row.getInt("page")))
                .list();
    }
}
