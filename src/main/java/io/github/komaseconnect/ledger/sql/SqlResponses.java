package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseAttempt;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.ledger.Responses;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@link Responses} in SQL; what changes something passes the fence first. */
final class SqlResponses implements Responses {
    private static final String OPEN = "state IN ('WAITING', 'ATTEMPTING')";
    private static final Reason NONE = new Reason("", "", "", "", "");

    private final Handle handle;
    private final Clock clock;
    private final String version;
    private final String node;
    private final Fence fence;

    SqlResponses(Handle handle, Clock clock, String version, String node, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.version = version;
        this.node = node;
        this.fence = fence;
    }

    @Override
    public long add(LedgerInvoice invoice, InvoiceResponse response, long orderId, String fileName, String who) {
        fence.pass(invoice.company());
        return handle.createQuery("""
                        INSERT INTO response (invoice_id, company, status, reasons, actions, note, state, order_id, file_name,
                            due_at, tries, failing_since, who, reason_code, reason_nl, reason_en, advice_nl, advice_en,
                            created_at, changed_at, program_version)
                        VALUES (:invoice, :company, :status, :reasons, :actions, :note, 'WAITING', :order, :file,
                            :now, 0, 0, :who, '', '', '', '', '', :now, :now, :version)
                        RETURNING id
                        """)
                .bind("invoice", invoice.id())
                .bind("company", invoice.company())
                .bind("status", response.status().name())
                .bind("reasons", ResponseRows.lines(response.reasons()))
                .bind("actions", ResponseRows.lines(response.actions()))
                .bind("note", response.note())
                .bind("order", orderId)
                .bind("file", fileName)
                .bind("who", who)
                .bind("now", clock.millis())
                .bind("version", version)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<LedgerResponse> find(long id) {
        return select("WHERE id = :id")
                .bind("id", id)
                .map(ResponseRows::response)
                .findOne();
    }

    @Override
    public List<LedgerResponse> of(long invoiceId) {
        return select("WHERE invoice_id = :invoice ORDER BY id")
                .bind("invoice", invoiceId)
                .map(ResponseRows::response)
                .list();
    }

    @Override
    public Optional<LedgerResponse> ofFile(String company, String fileName) {
        return select("WHERE company = :company AND file_name = :file AND file_name <> ''")
                .bind("company", company)
                .bind("file", fileName)
                .map(ResponseRows::response)
                .findOne();
    }

    @Override
    public Optional<LedgerResponse> ofOrder(long orderId) {
        return select("WHERE order_id = :order AND order_id <> 0")
                .bind("order", orderId)
                .map(ResponseRows::response)
                .findFirst();
    }

    @Override
    public List<String> companiesDue(Instant now) {
        return handle.createQuery("SELECT DISTINCT company FROM response WHERE due_at > 0 AND due_at <= :now")
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<LedgerResponse> due(String company, Instant now) {
        return select("""
                        WHERE company = :company AND due_at > 0 AND due_at <= :now AND id IN
                            (SELECT MIN(id) FROM response WHERE company = :company AND due_at > 0 GROUP BY invoice_id)
                        ORDER BY due_at, id
                        """)
                .bind("company", company)
                .bind("now", now.toEpochMilli())
                .map(ResponseRows::response)
                .list();
    }

    @Override
    public List<LedgerResponse> unsettled() {
        return select("WHERE " + OPEN + """
                         OR state = 'REFUSED' AND NOT EXISTS
                            (SELECT 1 FROM response later WHERE later.invoice_id = response.invoice_id AND later.id > response.id)
                        ORDER BY id
                        """).map(ResponseRows::response).list();
    }

    private Query select(String where) {
        return handle.createQuery("SELECT * FROM response " + where);
    }

    @Override
    public void state(LedgerResponse response, ResponseState state, Next next) {
        fence.pass(response.company());
        Reason reason = next.reason().orElse(NONE);
        handle.createUpdate("""
                        UPDATE response SET state = :state, due_at = :due, tries = :tries, failing_since = :since,
                            reason_code = :code, reason_nl = :nl, reason_en = :en, advice_nl = :adviceNl,
                            advice_en = :adviceEn, changed_at = :now WHERE id = :id
                        """)
                .bind("state", state.name())
                .bind("due", Rows.millis(next.dueAt()))
                .bind("tries", next.tries())
                .bind("since", Rows.millis(next.failingSince()))
                .bind("code", reason.code())
                .bind("nl", reason.dutch())
                .bind("en", reason.english())
                .bind("adviceNl", reason.adviceDutch())
                .bind("adviceEn", reason.adviceEnglish())
                .bind("now", clock.millis())
                .bind("id", response.id())
                .execute();
    }

    @Override
    public long begin(LedgerResponse response, ResponseStatus status) {
        fence.pass(response.company());
        handle.createUpdate("UPDATE response SET state = 'ATTEMPTING', changed_at = :now WHERE id = :id")
                .bind("now", clock.millis())
                .bind("id", response.id())
                .execute();
        return handle.createQuery("""
                        INSERT INTO response_attempt (response_id, invoice_id, status, started_at, ended_at, outcome,
                            reason_code, reason_nl, reason_en, node, program_version)
                        VALUES (:response, :invoice, :status, :now, 0, '', '', '', '', :node, :version)
                        RETURNING id
                        """)
                .bind("response", response.id())
                .bind("invoice", response.invoiceId())
                .bind("status", status.name())
                .bind("now", clock.millis())
                .bind("node", node)
                .bind("version", version)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void end(LedgerResponse response, long attemptId, String outcome, Optional<Reason> reason) {
        fence.pass(response.company());
        handle.createUpdate("""
                        UPDATE response_attempt SET ended_at = :now, outcome = :outcome, reason_code = :code, reason_nl = :nl,
                            reason_en = :en WHERE id = :id
                        """)
                .bind("now", clock.millis())
                .bind("outcome", outcome)
                .bind("code", reason.map(Reason::code).orElse(""))
                .bind("nl", reason.map(Reason::dutchLine).orElse(""))
                .bind("en", reason.map(Reason::englishLine).orElse(""))
                .bind("id", attemptId)
                .execute();
    }

    @Override
    public List<ResponseAttempt> attempts(long responseId) {
        return handle.createQuery("SELECT * FROM response_attempt WHERE response_id = :id ORDER BY id")
                .bind("id", responseId)
                .map(ResponseRows::attempt)
                .list();
    }

    @Override
    public boolean wasSaid(long invoiceId, ResponseStatus status) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM response_attempt
                        WHERE invoice_id = :invoice AND status = :status AND outcome = 'DONE'
                        """)
                        .bind("invoice", invoiceId)
                        .bind("status", status.name())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
