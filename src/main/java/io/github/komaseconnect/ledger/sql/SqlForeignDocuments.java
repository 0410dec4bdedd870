package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.ForeignDocuments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link ForeignDocuments} in SQL; what changes something passes the fence first. */
final class SqlForeignDocuments implements ForeignDocuments {
    private final Handle handle;
    private final Clock clock;
    private final Fence fence;

    SqlForeignDocuments(Handle handle, Clock clock, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.fence = fence;
    }

    @Override
    public void add(ForeignDocument document) {
        fence.pass(document.company());
        handle.createUpdate("""
                        INSERT INTO sent_elsewhere (company, external_id, subject, receiver, created_on, settled_for, found_at)
                        VALUES (:company, :externalId, :subject, :receiver, :createdOn, 0, :now)
                        ON CONFLICT (company, external_id) DO NOTHING
                        """)
                .bind("company", document.company())
                .bind("externalId", document.externalId())
                .bind("subject", document.subject())
                .bind("receiver", document.receiver())
                .bind("createdOn", document.createdOn().toEpochMilli())
                .bind("now", clock.millis())
                .execute();
    }

    @Override
    public boolean isKnown(String company, String externalId) {
        return handle.createQuery(
                        "SELECT id FROM sent_elsewhere WHERE company = :company AND external_id = :externalId")
                .bind("company", company)
                .bind("externalId", externalId)
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public List<ForeignDocument> since(String company, Instant createdOn) {
        return handle.createQuery(
                        "SELECT * FROM sent_elsewhere WHERE company = :company AND created_on >= :since ORDER BY id")
                .bind("company", company)
                .bind("since", createdOn.toEpochMilli())
                .map((row, context) -> foreign(row))
                .list();
    }

    @Override
    public List<ForeignDocument> bearing(String company, String number, long invoiceId) {
        return handle.createQuery("""
                        SELECT * FROM sent_elsewhere WHERE company = :company AND settled_for <> :invoice
                            AND (subject = :number OR SUBSTR(subject, LENGTH(subject) - LENGTH(:number)) = :tail)
                            AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.company = sent_elsewhere.company
                                AND d.reference = sent_elsewhere.external_id)
                        ORDER BY id
                        """)
                .bind("company", company)
                .bind("number", number)
                .bind("tail", " " + number)
                .bind("invoice", invoiceId)
                .map((row, context) -> foreign(row))
                .list();
    }

    @Override
    public void settle(String company, String number, long invoiceId) {
        fence.pass(company);
        handle.createUpdate("""
                        UPDATE sent_elsewhere SET settled_for = :invoice WHERE company = :company
                            AND (subject = :number OR SUBSTR(subject, LENGTH(subject) - LENGTH(:number)) = :tail)
                        """)
                .bind("company", company)
                .bind("number", number)
                .bind("tail", " " + number)
                .bind("invoice", invoiceId)
                .execute();
    }

    private static ForeignDocument foreign(ResultSet row) throws SQLException {
        return new ForeignDocument(
                row.getString("company"),
                row.getString("external_id"),
                row.getString("subject"),
                row.getString("receiver"),
                Rows.at(row, "created_on"));
    }
}
