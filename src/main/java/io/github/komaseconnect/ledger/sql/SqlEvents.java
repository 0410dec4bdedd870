package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Events;
import io.github.komaseconnect.ledger.LedgerEvent;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link Events} in SQL. */
final class SqlEvents implements Events {
    private final Handle handle;
    private final Clock clock;
    private final String version;

    SqlEvents(Handle handle, Clock clock, String version) {
        this.handle = handle;
        this.clock = clock;
        this.version = version;
    }

    @Override
    public void add(long invoiceId, String kind, String dutch, String english) {
        addBy(invoiceId, kind, LedgerEvent.RUNTIME, dutch, english);
    }

    @Override
    public void addBy(long invoiceId, String kind, String who, String dutch, String english) {
        handle.createUpdate("""
                        INSERT INTO event (invoice_id, at, kind, who, text_nl, text_en, program_version)
                        VALUES (:invoice, :at, :kind, :who, :nl, :en, :version)
                        """)
                .bind("invoice", invoiceId)
                .bind("at", clock.millis())
                .bind("kind", kind)
                .bind("who", who)
                .bind("nl", dutch)
                .bind("en", english)
                .bind("version", version)
                .execute();
    }

    @Override
    public List<LedgerEvent> of(long invoiceId) {
        return handle.createQuery("SELECT * FROM event WHERE invoice_id = :id ORDER BY id")
                .bind("id", invoiceId)
                .map((row, context) -> Rows.event(row))
                .list();
    }
}
