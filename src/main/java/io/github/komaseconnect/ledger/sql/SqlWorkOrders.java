package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.WorkOrders;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link WorkOrders} in SQL. */
final class SqlWorkOrders implements WorkOrders {
    private final Handle handle;
    private final Clock clock;

    SqlWorkOrders(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    @Override
    public long place(WorkOrder.Kind kind, String company, long invoiceId, String argument, String who) {
        return handle.createQuery("""
                        INSERT INTO work_order (kind, company, invoice_id, argument, who, placed_at, started_at, finished_at,
                            outcome, answer_nl, answer_en)
                        VALUES (:kind, :company, :invoice, :argument, :who, :now, 0, 0, '', '', '')
                        RETURNING id
                        """)
                .bind("kind", kind.name())
                .bind("company", company)
                .bind("invoice", invoiceId)
                .bind("argument", argument)
                .bind("who", who)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<WorkOrder> find(long id) {
        return handle.createQuery("SELECT * FROM work_order WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.order(row))
                .findOne();
    }

    @Override
    public List<WorkOrder> open() {
        return handle.createQuery("SELECT * FROM work_order WHERE finished_at = 0 ORDER BY id")
                .map((row, context) -> Rows.order(row))
                .list();
    }

    @Override
    public void progress(long id, String dutch, String english) {
        handle.createUpdate("""
                        UPDATE work_order SET answer_nl = :nl, answer_en = :en,
                            started_at = CASE WHEN started_at = 0 THEN :now ELSE started_at END WHERE id = :id
                        """)
                .bind("nl", dutch)
                .bind("en", english)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void finish(long id, WorkOrder.Outcome outcome, String dutch, String english) {
        handle.createUpdate("""
                        UPDATE work_order SET finished_at = :now, outcome = :outcome, answer_nl = :nl, answer_en = :en
                        WHERE id = :id AND finished_at = 0
                        """)
                .bind("now", clock.millis())
                .bind("outcome", outcome.name())
                .bind("nl", dutch)
                .bind("en", english)
                .bind("id", id)
                .execute();
    }
}
