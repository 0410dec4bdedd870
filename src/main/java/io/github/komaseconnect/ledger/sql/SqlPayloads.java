package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.ledger.Payloads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link Payloads} in SQL. */
final class SqlPayloads implements Payloads {
    private final Handle handle;
    private final Clock clock;
    private final Fence fence;

    SqlPayloads(Handle handle, Clock clock, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.fence = fence;
    }

    @Override
    public void keep(Payload payload) {
        fence.passInvoice(payload.invoiceId());
        handle.createUpdate("""
                        INSERT INTO payload (invoice_id, delivery_id, file, sha256, bytes, made_at)
                        VALUES (:invoice, :delivery, :file, :sha256, :bytes, :now)
                        ON CONFLICT (invoice_id, delivery_id) DO UPDATE SET file = :file, sha256 = :sha256, bytes = :bytes,
                            made_at = :now
                        """)
                .bind("invoice", payload.invoiceId())
                .bind("delivery", payload.deliveryId())
                .bind("file", payload.file())
                .bind("sha256", payload.sha256())
                .bind("bytes", payload.bytes())
                .bind("now", clock.millis())
                .execute();
    }

    @Override
    public Optional<Payload> sent(long invoiceId, long deliveryId) {
        return handle.createQuery("""
                        SELECT * FROM payload WHERE invoice_id = :invoice AND delivery_id IN (0, :delivery)
                        ORDER BY delivery_id DESC LIMIT 1
                        """)
                .bind("invoice", invoiceId)
                .bind("delivery", deliveryId)
                .map((row, context) -> payload(row))
                .findOne();
    }

    @Override
    public List<Payload> of(long invoiceId) {
        return handle.createQuery("SELECT * FROM payload WHERE invoice_id = :invoice ORDER BY delivery_id")
                .bind("invoice", invoiceId)
                .map((row, context) -> payload(row))
                .list();
    }

    @Override
    public List<LedgerInvoice> withContent(String company, String sha256) {
        return handle.createQuery("""
                        SELECT * FROM invoice WHERE company = :company
                            AND id IN (SELECT invoice_id FROM payload WHERE sha256 = :sha256) ORDER BY id DESC
                        """)
                .bind("company", company)
                .bind("sha256", sha256)
                .map((row, context) -> Rows.invoice(row))
                .list();
    }

    private static Payload payload(ResultSet row) throws SQLException {
        return new Payload(
                row.getLong("invoice_id"),
                row.getLong("delivery_id"),
                row.getString("file"),
                row.getString("sha256"),
                row.getLong("bytes"));
    }
}
