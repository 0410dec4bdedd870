package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Invoices;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.StateCount;
import io.github.komaseconnect.reason.Reason;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** {@link Invoices} in SQL. */
final class SqlInvoices implements Invoices {
    private static final Set<InvoiceState> CLOSED = EnumSet.of(
            InvoiceState.SENT,
            InvoiceState.RECEIVED,
            InvoiceState.SKIPPED,
            InvoiceState.DUPLICATE,
            InvoiceState.REPLACED,
            InvoiceState.CANCELLED);
    /** Says nothing new beside other states, but in these very words it lets SQLite use the index of what is open. */
    static final String OPEN = "state NOT IN ('SENT', 'RECEIVED', 'SKIPPED', 'DUPLICATE', 'REPLACED', 'CANCELLED')";

    private final Handle handle;
    private final Clock clock;
    private final String version;

    SqlInvoices(Handle handle, Clock clock, String version) {
        this.handle = handle;
        this.clock = clock;
        this.version = version;
    }

    @Override
    public long add(NewInvoice invoice) {
        long now = clock.millis();
        return handle.createQuery("""
                        INSERT INTO invoice (company, direction, document_type, number, party, supplier, issue_date, currency,
                            amount, external_id, sha256, pdf_sha256, original_name, stem, has_xml, has_pdf, place, place_path,
                            from_place, from_path, placed, archive, state, live, reason_code, reason_nl, reason_en, advice_nl,
                            advice_en, created_at, changed_at, program_version)
                        VALUES (:company, :direction, :type, :number, :party, '', :issueDate, :currency, :amount, :externalId,
                            :sha256, :pdfSha256, :originalName, :stem, :hasXml, :hasPdf, :place, :placePath, :fromPlace, :fromPath,
                            :placed,
                            :archive, :state, :live, '', '', '', '', '', :now, :now, :version)
                        RETURNING id
                        """)
                .bind("company", invoice.company())
                .bind("direction", invoice.direction().name())
                .bind("type", invoice.header().map(h -> h.type().name()).orElse(""))
                .bind("number", invoice.header().map(InvoiceHeader::number).orElse(""))
                .bind("party", invoice.party())
                .bind("issueDate", issueDate(invoice.header()))
                .bind(
                        "currency",
                        invoice.header().flatMap(InvoiceHeader::currency).orElse(""))
                .bind("amount", amount(invoice.header()))
                .bind("externalId", invoice.externalId())
                .bind("sha256", invoice.sha256())
                .bind("pdfSha256", invoice.pdfSha256())
                .bind("originalName", invoice.originalName())
                .bind("stem", invoice.stem())
                .bind("hasXml", invoice.hasXml() ? 1 : 0)
                .bind("hasPdf", invoice.hasPdf() ? 1 : 0)
                .bind("place", invoice.place().name())
                .bind("placePath", invoice.placePath())
                .bind(
                        "fromPlace",
                        invoice.fromPath().isEmpty()
                                ? Place.NOWHERE.name()
                                : invoice.place().name())
                .bind("fromPath", invoice.fromPath())
                .bind("placed", invoice.place() == Place.NOWHERE ? 1 : 0)
                .bind("archive", invoice.archive())
                .bind("state", invoice.state().name())
                .bind("live", invoice.live() ? 1 : 0)
                .bind("now", now)
                .bind("version", version)
                .mapTo(Long.class)
                .one();
    }

    private static String issueDate(Optional<InvoiceHeader> header) {
        return header.flatMap(InvoiceHeader::issueDate).map(LocalDate::toString).orElse("");
    }

    private static String amount(Optional<InvoiceHeader> header) {
        return header.flatMap(InvoiceHeader::payableAmount)
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    @Override
    public Optional<LedgerInvoice> find(long id) {
        return handle.createQuery("SELECT * FROM invoice WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.invoice(row))
                .findOne();
    }

    @Override
    public List<LedgerInvoice> find(List<Long> ids) {
        if (ids.size() == 1) {
            return find(ids.get(0)).stream().toList();
        }
        Map<Long, LedgerInvoice> found = new HashMap<>();
        for (List<Long> part : InList.parts(ids)) {
            handle.createQuery("SELECT * FROM invoice WHERE id IN (<ids>)")
                    .bindList("ids", part)
                    .map((row, context) -> Rows.invoice(row))
                    .forEach(invoice -> found.put(invoice.id(), invoice));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public String label(long id) {
        return handle.createQuery("SELECT number, original_name, external_id FROM invoice WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> LedgerInvoice.label(row.getString(1), row.getString(2), row.getString(3)))
                .one();
    }

    @Override
    public Optional<LedgerInvoice> live(String company, DocumentType type, String number) {
        return handle.createQuery("""
                        SELECT * FROM invoice WHERE company = :company AND document_type = :type AND number = :number
                            AND direction = 'SALES' AND live = 1
                        """)
                .bind("company", company)
                .bind("type", type.name())
                .bind("number", number)
                .map((row, context) -> Rows.invoice(row))
                .findOne();
    }

    @Override
    public List<LedgerInvoice> withContent(String company, Direction direction, String sha256) {
        return handle.createQuery("""
                        SELECT * FROM invoice WHERE company = :company AND direction = :direction AND sha256 = :sha256
                        ORDER BY id DESC
                        """)
                .bind("company", company)
                .bind("direction", direction.name())
                .bind("sha256", sha256)
                .map((row, context) -> Rows.invoice(row))
                .list();
    }

    @Override
    public List<LedgerInvoice> withNumber(String company, String number) {
        return handle.createQuery(
                        "SELECT * FROM invoice WHERE company = :company AND number = :number ORDER BY id DESC")
                .bind("company", company)
                .bind("number", number)
                .map((row, context) -> Rows.invoice(row))
                .list();
    }

    @Override
    public List<LedgerInvoice> alike(String company, String sha256, String supplier, String number) {
        // each half by an index of its own, which OR would leave to the planner
        return handle.createQuery("""
                        SELECT * FROM invoice WHERE company = :company AND direction = 'PURCHASE' AND sha256 = :sha256
                        UNION ALL
                        SELECT * FROM invoice WHERE company = :company AND supplier = :supplier AND number = :number
                            AND direction = 'PURCHASE' AND sha256 <> :sha256
                        ORDER BY id DESC
                        """)
                .bind("company", company)
                .bind("sha256", sha256)
                .bind("supplier", supplier)
                .bind("number", number)
                .map((row, context) -> Rows.invoice(row))
                .list();
    }

    @Override
    public Optional<LedgerInvoice> withStem(String company, String stem) {
        return handle.createQuery("""
                        SELECT * FROM invoice WHERE company = :company AND LOWER(stem) = :stem AND direction = 'SALES'
                        """)
                .bind("company", company)
                .bind("stem", stem.toLowerCase(Locale.ROOT))
                .map((row, context) -> Rows.invoice(row))
                .findOne();
    }

    @Override
    public boolean isKnown(String company, String sha256, String stem, String otherStem) {
        return handle.createQuery("""
                        SELECT CASE WHEN EXISTS (SELECT 1 FROM invoice WHERE company = :company AND direction = 'SALES'
                                AND sha256 = :sha256)
                            OR EXISTS (SELECT 1 FROM payload JOIN invoice ON invoice.id = payload.invoice_id
                                WHERE payload.sha256 = :sha256 AND invoice.company = :company)
                            OR EXISTS (SELECT 1 FROM invoice WHERE company = :company AND LOWER(stem) = :stem
                                AND direction = 'SALES')
                            OR EXISTS (SELECT 1 FROM invoice WHERE company = :company AND LOWER(stem) = :otherStem
                                AND direction = 'SALES') THEN 1 ELSE 0 END
                        """)
                        .bind("company", company)
                        .bind("sha256", sha256)
                        .bind("stem", stem.toLowerCase(Locale.ROOT))
                        .bind("otherStem", otherStem.toLowerCase(Locale.ROOT))
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    @Override
    public void state(long id, InvoiceState state, Optional<Reason> reason) {
        handle.createUpdate("""
                        UPDATE invoice SET state = :state, reason_code = :code, reason_nl = :nl, reason_en = :en,
                            advice_nl = :adviceNl, advice_en = :adviceEn, changed_at = :now WHERE id = :id
                        """)
                .bind("state", state.name())
                .bind("code", reason.map(Reason::code).orElse(""))
                .bind("nl", reason.map(Reason::dutch).orElse(""))
                .bind("en", reason.map(Reason::english).orElse(""))
                .bind("adviceNl", reason.map(Reason::adviceDutch).orElse(""))
                .bind("adviceEn", reason.map(Reason::adviceEnglish).orElse(""))
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void retire(long id) {
        handle.createUpdate("UPDATE invoice SET live = 0 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    @Override
    public void revive(long id) {
        handle.createUpdate("UPDATE invoice SET live = 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    @Override
    public void pdfAdded(long id, String pdfSha256) {
        handle.createUpdate("UPDATE invoice SET has_pdf = 1, pdf_sha256 = :sha WHERE id = :id")
                .bind("sha", pdfSha256)
                .bind("id", id)
                .execute();
    }

    @Override
    public void complete(long id, InvoiceState state, String pdfSha256) {
        handle.createUpdate("""
                        UPDATE invoice SET state = :state, reason_code = '', reason_nl = '', reason_en = '', advice_nl = '',
                            advice_en = '', has_pdf = :hasPdf, pdf_sha256 = :sha, changed_at = :now WHERE id = :id
                        """)
                .bind("state", state.name())
                .bind("hasPdf", pdfSha256.isEmpty() ? 0 : 1)
                .bind("sha", pdfSha256)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void place(long id, Place place, String path) {
        handle.createUpdate("""
                        UPDATE invoice SET from_place = CASE WHEN placed = 1 THEN place ELSE from_place END,
                            from_path = CASE WHEN placed = 1 THEN place_path ELSE from_path END, place = :place,
                            place_path = :path, placed = 0, changed_at = :now WHERE id = :id
                        """)
                .bind("place", place.name())
                .bind("path", path)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void sent(long id, Optional<String> externalId, String path) {
        handle.createUpdate("""
                        UPDATE invoice SET state = 'SENT', reason_code = '', reason_nl = '', reason_en = '', advice_nl = '',
                            advice_en = '', external_id = CASE WHEN :externalId = '' THEN external_id ELSE :externalId END,
                            from_place = CASE WHEN placed = 1 THEN place ELSE from_place END,
                            from_path = CASE WHEN placed = 1 THEN place_path ELSE from_path END, place = 'SENT',
                            place_path = :path, placed = 0, changed_at = :now WHERE id = :id
                        """)
                .bind("externalId", externalId.orElse(""))
                .bind("path", path)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public List<Long> inState(Collection<Long> ids, Collection<InvoiceState> states) {
        List<Long> found = new ArrayList<>();
        for (List<Long> part : InList.parts(ids)) {
            found.addAll(handle.createQuery("SELECT id FROM invoice WHERE id IN (<ids>) AND state IN (<states>)")
                    .bindList("ids", part)
                    .bindList("states", states.stream().map(Enum::name).toList())
                    .mapTo(Long.class)
                    .list());
        }
        return found;
    }

    @Override
    public void placed(long id) {
        handle.createUpdate("UPDATE invoice SET placed = 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    @Override
    public void placed(long id, LedgerInvoice.Whereabouts where) {
        handle.createUpdate("UPDATE invoice SET placed = 1 WHERE id = :id AND place = :place AND place_path = :path")
                .bind("id", id)
                .bind("place", where.place().name())
                .bind("path", where.path())
                .execute();
    }

    @Override
    public List<LedgerInvoice> unplaced() {
        return handle.createQuery("SELECT * FROM invoice WHERE placed = 0 ORDER BY id")
                .map((row, context) -> Rows.invoice(row))
                .list();
    }

    @Override
    public void fetched(long id, Optional<InvoiceHeader> header, String supplier, String sha256, String archive) {
        handle.createUpdate("""
                        UPDATE invoice SET document_type = :type, number = :number, party = CASE WHEN :party = '' THEN party ELSE
                            :party END, supplier = :supplier, issue_date = :issueDate, currency = :currency, amount = :amount,
                            sha256 = :sha256, archive = :archive, has_xml = 1, state = 'FETCHED', reason_code = '',
                            reason_nl = '', reason_en = '', advice_nl = '', advice_en = '', changed_at = :now WHERE id = :id
                        """)
                .bind("type", header.map(h -> h.type().name()).orElse(""))
                .bind("number", header.map(InvoiceHeader::number).orElse(""))
                .bind("party", header.flatMap(h -> h.supplier().name()).orElse(""))
                .bind("supplier", supplier)
                .bind("issueDate", issueDate(header))
                .bind("currency", header.flatMap(InvoiceHeader::currency).orElse(""))
                .bind("amount", amount(header))
                .bind("sha256", sha256)
                .bind("archive", archive)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void externalId(long id, String externalId) {
        handle.createUpdate("UPDATE invoice SET external_id = :externalId WHERE id = :id")
                .bind("externalId", externalId)
                .bind("id", id)
                .execute();
    }

    @Override
    public List<LedgerInvoice> inState(Direction direction, Collection<InvoiceState> states) {
        return handle.createQuery("SELECT * FROM invoice WHERE direction = :direction AND state IN (<states>)"
                        + (states.stream().anyMatch(CLOSED::contains) ? "" : " AND " + OPEN)
                        + " ORDER BY id")
                .bind("direction", direction.name())
                .bindList("states", states.stream().map(Enum::name).toList())
                .map((row, context) -> Rows.invoice(row))
                .list();
    }

    @Override
    public List<LedgerInvoice> list(InvoiceQuery query) {
        StringBuilder sql = new StringBuilder("SELECT * FROM invoice WHERE changed_at >= :since");
        query.company().ifPresent(company -> sql.append(" AND company = :company"));
        if (!query.states().isEmpty()) {
            sql.append(" AND state IN (<states>)");
        }
        Query statement = handle.createQuery(sql.append(" ORDER BY id DESC LIMIT :limit"))
                .bind("since", Rows.millis(query.since()))
                .bind("limit", query.limit());
        query.company().ifPresent(company -> statement.bind("company", company));
        if (!query.states().isEmpty()) {
            statement.bindList("states", query.states().stream().map(Enum::name).toList());
        }
        return statement.map((row, context) -> Rows.invoice(row)).list();
    }

    @Override
    public List<StateCount> counts(Optional<String> company, Optional<Instant> since) {
        String where = (since.isPresent() ? " AND changed_at >= :since" : "")
                + (company.isPresent() ? " AND company = :company" : "");
        Query statement = handle.createQuery("SELECT company, state, COUNT(*) AS invoices FROM invoice WHERE 1 = 1"
                + where + " GROUP BY company, state ORDER BY company, state");
        since.ifPresent(at -> statement.bind("since", at.toEpochMilli()));
        company.ifPresent(key -> statement.bind("company", key));
        return statement
                .map((row, context) -> new StateCount(
                        row.getString("company"),
                        InvoiceState.valueOf(row.getString("state")),
                        row.getLong("invoices")))
                .list();
    }
}
