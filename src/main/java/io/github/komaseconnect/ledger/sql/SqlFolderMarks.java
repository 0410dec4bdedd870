package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.FolderMark;
import io.github.komaseconnect.ledger.FolderMarks;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** {@link FolderMarks} in SQL. */
final class SqlFolderMarks implements FolderMarks {
    private final Handle handle;
    private final Clock clock;

    SqlFolderMarks(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    @Override
    public String ledgerId() {
        return handle.createQuery("SELECT id FROM ledger_identity")
                .mapTo(String.class)
                .findFirst()
                .orElseGet(this::newId);
    }

    private String newId() {
        String id = UUID.randomUUID().toString();
        handle.createUpdate("INSERT INTO ledger_identity (id, made_at) VALUES (:id, :now)")
                .bind("id", id)
                .bind("now", clock.millis())
                .execute();
        return id;
    }

    @Override
    public Optional<Environment> environment() {
        return handle.createQuery("SELECT environment FROM ledger_identity")
                .mapTo(String.class)
                .findFirst()
                .flatMap(Environment::of);
    }

    @Override
    public void belongsTo(Environment environment) {
        handle.createUpdate("UPDATE ledger_identity SET environment = :word WHERE id = :id AND environment = ''")
                .bind("word", environment.word())
                .bind("id", ledgerId())
                .execute();
    }

    @Override
    public Optional<FolderMark> find(String company) {
        return handle.createQuery("SELECT * FROM folder_mark WHERE company = :company")
                .bind("company", company)
                .map((row, context) -> new FolderMark(
                        row.getString("company"),
                        row.getLong("number"),
                        row.getString("run"),
                        Rows.at(row, "raised_at")))
                .findOne();
    }

    @Override
    public FolderMark raise(String company, String run, long atLeastAbove) {
        handle.createUpdate("""
                        INSERT INTO folder_mark (company, number, run, raised_at) VALUES (:company, :above + 1, :run, :now)
                        ON CONFLICT (company) DO UPDATE SET run = :run, raised_at = :now,
                            number = CASE WHEN folder_mark.number > :above THEN folder_mark.number ELSE :above END + 1
                        """)
                .bind("company", company)
                .bind("above", atLeastAbove)
                .bind("run", run)
                .bind("now", clock.millis())
                .execute();
        return find(company).orElseThrow();
    }

    @Override
    public Activity activity() {
        return new Activity(newest("event"), newest("attempt"));
    }

    private long newest(String table) {
        return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM " + table)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Set<String> activeSince(Activity before) {
        return handle.createQuery("""
                        SELECT i.company FROM event e JOIN invoice i ON i.id = e.invoice_id WHERE e.id > :event
                        UNION SELECT d.company FROM attempt a JOIN delivery d ON d.id = a.delivery_id WHERE a.id > :attempt
                        """)
                .bind("event", before.event())
                .bind("attempt", before.attempt())
                .mapTo(String.class)
                .set();
    }
}
