package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Remarks;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@link Remarks} in SQL. */
final class SqlRemarks implements Remarks {
    private final Handle handle;
    private final Clock clock;
    private final String version;
    private final Fence fence;

    SqlRemarks(Handle handle, Clock clock, String version, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.version = version;
        this.fence = fence;
    }

    @Override
    public void found(long invoiceId, Map<Step, List<Reason>> remarks) {
        fence.passInvoice(invoiceId);
        List<Step> steps = remarks.keySet().stream().sorted().toList();
        handle.createUpdate(
                        "UPDATE remark SET counts = 0 WHERE invoice_id = :invoice AND step IN (<steps>) AND counts = 1")
                .bind("invoice", invoiceId)
                .bindList("steps", steps.stream().map(Step::name).toList())
                .execute();
        steps.forEach(step -> remarks.get(step).forEach(remark -> add(invoiceId, step, remark)));
    }

    private void add(long invoiceId, Step step, Reason remark) {
        handle.createUpdate("""
                        INSERT INTO remark (invoice_id, company, step, code, text_nl, text_en, advice_nl, advice_en, at, counts,
                            program_version)
                        SELECT id, company, :step, :code, :nl, :en, :adviceNl, :adviceEn, :at, 1, :version
                        FROM invoice WHERE id = :invoice
                        """)
                .bind("invoice", invoiceId)
                .bind("step", step.name())
                .bind("code", remark.code())
                .bind("nl", remark.dutch())
                .bind("en", remark.english())
                .bind("adviceNl", remark.adviceDutch())
                .bind("adviceEn", remark.adviceEnglish())
                .bind("at", clock.millis())
                .bind("version", version)
                .execute();
    }

    @Override
    public List<Reason> of(long invoiceId) {
        return handle.createQuery("SELECT * FROM remark WHERE invoice_id = :invoice AND counts = 1 ORDER BY id")
                .bind("invoice", invoiceId)
                .map((row, context) -> new Reason(
                        row.getString("code"),
                        row.getString("text_nl"),
                        row.getString("text_en"),
                        row.getString("advice_nl"),
                        row.getString("advice_en")))
                .list();
    }

    @Override
    public Set<Long> among(Collection<Long> invoiceIds) {
        if (invoiceIds.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery("SELECT DISTINCT invoice_id FROM remark WHERE invoice_id IN (<ids>) AND counts = 1")
                .bindList("ids", List.copyOf(invoiceIds))
                .mapTo(Long.class)
                .set();
    }

    @Override
    public List<CompanyCount> counts(Optional<String> company, Instant since) {
        Query query = handle.createQuery("SELECT company, COUNT(DISTINCT invoice_id) AS invoices FROM remark"
                        + " WHERE counts = 1 AND at >= :since"
                        + (company.isPresent() ? " AND company = :company" : "")
                        + " GROUP BY company ORDER BY company")
                .bind("since", since.toEpochMilli());
        company.ifPresent(key -> query.bind("company", key));
        return query.map((row, context) -> new CompanyCount(row.getString("company"), row.getLong("invoices")))
                .list();
    }
}
