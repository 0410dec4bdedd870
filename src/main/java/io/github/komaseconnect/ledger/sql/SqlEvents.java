package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Events;
import io.github.komaseconnect.ledger.LedgerEvent;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

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
    public void add(long invoiceId, List<Note> notes) {
        String rows = IntStream.range(0, notes.size())
                .mapToObj(n -> "(:invoice, :at, :kind" + n + ", :who, :nl" + n + ", :en" + n + ", :version)")
                .collect(Collectors.joining(", "));
        Update insert = handle.createUpdate(
                        "INSERT INTO event (invoice_id, at, kind, who, text_nl, text_en, program_version) VALUES "
                                + rows)
                .bind("invoice", invoiceId)
                .bind("at", clock.millis())
                .bind("who", LedgerEvent.RUNTIME)
                .bind("version", version);
        for (int n = 0; n < notes.size(); n++) {
            Note note = notes.get(n);
            insert.bind("kind" + n, note.kind()).bind("nl" + n, note.dutch()).bind("en" + n, note.english());
        }
        insert.execute();
    }

    @Override
    public List<LedgerEvent> of(long invoiceId) {
        return handle.createQuery("SELECT * FROM event WHERE invoice_id = :id ORDER BY id")
                .bind("id", invoiceId)
                .map((row, context) -> Rows.event(row))
                .list();
    }
}
