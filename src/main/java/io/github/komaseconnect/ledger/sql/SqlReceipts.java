package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.Receipts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** {@link Receipts} in SQL. */
final class SqlReceipts implements Receipts {
    private static final String SELECT = """
            SELECT r.*, i.state, i.has_pdf, i.archive, i.party, i.supplier, i.number FROM receipt r JOIN invoice i ON i.id = r.invoice_id
            """;

    private final Handle handle;

    SqlReceipts(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Collection<String> known(String company, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(
                        "SELECT external_id FROM invoice WHERE company = :company AND direction = 'PURCHASE' AND external_id IN (<ids>)")
                .bind("company", company)
                .bindList("ids", List.copyOf(externalIds))
                .mapTo(String.class)
                .list();
    }

    @Override
    public void add(
            long invoiceId,
            String company,
            String externalId,
            Gateway gateway,
            Instant createdOn,
            Optional<Instant> dueAt) {
        handle.createUpdate("""
                        INSERT INTO receipt (invoice_id, company, external_id, gateway, created_on, due_at, tries, pdf_wait_until,
                            file_name)
                        VALUES (:invoice, :company, :externalId, :gateway, :createdOn, :due, 0, 0, '')
                        """)
                .bind("invoice", invoiceId)
                .bind("company", company)
                .bind("externalId", externalId)
                .bind("gateway", gateway.name())
                .bind("createdOn", createdOn.toEpochMilli())
                .bind("due", Rows.millis(dueAt))
                .execute();
    }

    @Override
    public Optional<Receipt> find(long invoiceId) {
        return handle.createQuery(SELECT + " WHERE r.invoice_id = :id")
                .bind("id", invoiceId)
                .map((row, context) -> Rows.receipt(row))
                .findOne();
    }

    @Override
    public Optional<Receipt> ofFile(String company, String fileName) {
        return handle.createQuery(
                        SELECT
                                + " WHERE r.company = :company AND r.file_name <> '' AND LOWER(r.file_name) = LOWER(:name) ORDER BY r.invoice_id")
                .bind("company", company)
                .bind("name", fileName)
                .map((row, context) -> Rows.receipt(row))
                .findFirst();
    }

    @Override
    public Optional<Receipt> find(String company, String externalId) {
        return handle.createQuery(SELECT + """
                         WHERE i.company = :company AND i.direction = 'PURCHASE' AND i.external_id = :externalId
                        """)
                .bind("company", company)
                .bind("externalId", externalId)
                .map((row, context) -> Rows.receipt(row))
                .findOne();
    }

    @Override
    public List<String> companiesDue(Instant now) {
        // from company to company by the index: DISTINCT would look at everything that waits
        return handle.createQuery("""
                        WITH RECURSIVE waiting (company) AS (
                            SELECT MIN(company) FROM receipt WHERE due_at > 0
                            UNION ALL
                            SELECT (SELECT MIN(company) FROM receipt WHERE due_at > 0 AND company > waiting.company)
                            FROM waiting WHERE waiting.company IS NOT NULL)
                        SELECT company FROM waiting WHERE company IS NOT NULL AND EXISTS (SELECT 1 FROM receipt
                            WHERE receipt.company = waiting.company AND due_at > 0 AND due_at <= :now) ORDER BY company
                        """)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Receipt> due(String company, Instant now, Collection<Long> inHand, int limit) {
        return handle
                .createQuery(SELECT + """
                                 WHERE r.company = :company AND r.due_at > 0 AND r.due_at <= :now
                                ORDER BY r.due_at, r.invoice_id LIMIT :limit
                                """)
                .bind("company", company)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit + inHand.size())
                .map((row, context) -> Rows.receipt(row))
                .list()
                .stream()
                .filter(receipt -> !inHand.contains(receipt.invoiceId()))
                .limit(limit)
                .toList();
    }

    @Override
    public int countDue(String company, Instant now) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM receipt WHERE company = :company AND due_at > 0 AND due_at <= :now")
                .bind("company", company)
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void dueNow(String company, Instant now) {
        handle.createUpdate("UPDATE receipt SET due_at = :now WHERE company = :company AND due_at > :now")
                .bind("now", now.toEpochMilli())
                .bind("company", company)
                .execute();
    }

    @Override
    public int countFailing(String company, int tries) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM receipt WHERE company = :company AND due_at > 0 AND tries >= :tries")
                .bind("company", company)
                .bind("tries", tries)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void next(long invoiceId, Optional<Instant> dueAt, int tries) {
        handle.createUpdate("UPDATE receipt SET due_at = :due, tries = :tries WHERE invoice_id = :id")
                .bind("due", Rows.millis(dueAt))
                .bind("tries", tries)
                .bind("id", invoiceId)
                .execute();
    }

    @Override
    public void waitForPdfUntil(long invoiceId, Instant until) {
        handle.createUpdate("UPDATE receipt SET pdf_wait_until = :until WHERE invoice_id = :id")
                .bind("until", until.toEpochMilli())
                .bind("id", invoiceId)
                .execute();
    }

    @Override
    public void named(long invoiceId, String fileName, String stagedIn) {
        handle.createUpdate("UPDATE receipt SET file_name = :name, staged_in = :folder WHERE invoice_id = :id")
                .bind("name", fileName)
                .bind("folder", stagedIn)
                .bind("id", invoiceId)
                .execute();
    }

    @Override
    public Optional<Watermark> watermark(String company) {
        return handle.createQuery("SELECT * FROM inbox_watermark WHERE company = :company")
                .bind("company", company)
                .map((row, context) -> watermark(row))
                .findOne();
    }

    @Override
    public Map<String, Watermark> watermarks() {
        return handle.createQuery("SELECT * FROM inbox_watermark")
                .map((row, context) -> Map.entry(row.getString("company"), watermark(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Watermark watermark(ResultSet row) throws SQLException {
        return new Watermark(Rows.at(row, "created_on"), Rows.at(row, "refreshed_at"));
    }

    @Override
    public void watermark(String company, Instant createdOn, Instant refreshedAt) {
        handle.createUpdate("""
                        INSERT INTO inbox_watermark (company, created_on, refreshed_at) VALUES (:company, :createdOn, :at)
                        ON CONFLICT (company) DO UPDATE SET created_on = :createdOn, refreshed_at = :at
                        """)
                .bind("company", company)
                .bind("createdOn", createdOn.toEpochMilli())
                .bind("at", refreshedAt.toEpochMilli())
                .execute();
    }

    @Override
    public void wantRefresh(String company, Instant at) {
        handle.createUpdate("""
                        INSERT INTO refresh_wish (company, wanted_at) VALUES (:company, :at)
                        ON CONFLICT (company) DO UPDATE SET wanted_at = :at
                        """)
                .bind("company", company)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public List<String> refreshesWanted() {
        return handle.createQuery("SELECT company FROM refresh_wish ORDER BY wanted_at, company")
                .mapTo(String.class)
                .list();
    }

    @Override
    public void refreshBegun(String company) {
        handle.createUpdate("DELETE FROM refresh_wish WHERE company = :company")
                .bind("company", company)
                .execute();
    }
}
