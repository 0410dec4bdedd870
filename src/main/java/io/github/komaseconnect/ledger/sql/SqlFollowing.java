package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Following;
import io.github.komaseconnect.ledger.Transit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** {@link Following} in SQL; what changes something passes the fence first. */
final class SqlFollowing implements Following {
    /** As {@link Followed#of} does it. */
    private static final String BEGIN = """
            INSERT INTO followed (delivery_id, invoice_id, company, reference, sent_at, transit, transit_at, way, answer,
                answer_at, remarks_nl, remarks_en, trouble, trouble_at, going_on, version, file_version, file_path, changed_at)
            SELECT d.id, d.invoice_id, d.company, CASE WHEN d.reference LIKE '% %' THEN d.document_id ELSE d.reference END, d.changed_at, 'HANDED_OVER', d.changed_at, '', '', 0, '', '', '',
                0, 1, 0, 0, '', :now
            FROM delivery d WHERE d.method = 'PEPPOL' AND d.reference <> ''
                AND (d.reference NOT LIKE '% %' OR d.gateway = 'PSB' AND d.document_id <> '') AND
            """;

    private final Handle handle;
    private final Clock clock;
    private final Fence fence;

    SqlFollowing(Handle handle, Clock clock, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.fence = fence;
    }

    @Override
    public void begin(String company, Instant since) {
        fence.pass(company);
        handle.createUpdate(BEGIN + """
                        d.state = 'DELIVERED' AND d.company = :company AND d.changed_at >= :since
                        ON CONFLICT (delivery_id) DO NOTHING
                        """)
                .bind("company", company)
                .bind("since", since.toEpochMilli())
                .bind("now", clock.millis())
                .execute();
    }

    @Override
    public boolean begin(Followed begun, Followed known) {
        fence.pass(known.company());
        return bind(known, handle.createUpdate("""
                        INSERT INTO followed (delivery_id, invoice_id, company, reference, sent_at, transit, transit_at, way, answer,
                            answer_at, remarks_nl, remarks_en, trouble, trouble_at, going_on, version, file_version, file_path,
                            changed_at)
                        VALUES (:id, :invoiceId, :company, :reference, :sentAt, :transit, :transitAt, :way, :answer, :answerAt, :nl,
                            :en, :trouble, :troubleAt, :goingOn, :version, 0, '', :now)
                        ON CONFLICT (delivery_id) DO NOTHING
                        """))
                        .bind("invoiceId", known.invoiceId())
                        .bind("company", known.company())
                        .bind("reference", known.reference())
                        .bind("sentAt", known.sentAt().toEpochMilli())
                        .bind("version", known.equals(begun) ? 0 : 1)
                        .execute()
                == 1;
    }

    @Override
    public Optional<Followed> find(long deliveryId) {
        return handle.createQuery("SELECT * FROM followed WHERE delivery_id = :id")
                .bind("id", deliveryId)
                .map((row, context) -> followed(row))
                .findOne();
    }

    @Override
    public Map<Long, Followed> find(Collection<Long> deliveryIds) {
        Map<Long, Followed> found = new HashMap<>();
        for (List<Long> part : InList.parts(deliveryIds)) {
            handle.createQuery("SELECT * FROM followed WHERE delivery_id IN (<ids>)")
                    .bindList("ids", part)
                    .map((row, context) -> followed(row))
                    .forEach(followed -> found.put(followed.deliveryId(), followed));
        }
        return found;
    }

    @Override
    public Optional<Followed> of(long invoiceId) {
        return handle.createQuery("SELECT * FROM followed WHERE invoice_id = :id ORDER BY delivery_id DESC")
                .bind("id", invoiceId)
                .map((row, context) -> followed(row))
                .findFirst();
    }

    @Override
    public void save(Followed followed) {
        fence.pass(followed.company());
        bind(followed, handle.createUpdate("""
                        UPDATE followed SET transit = :transit, transit_at = :transitAt, way = :way, answer = :answer,
                            answer_at = :answerAt, remarks_nl = :nl, remarks_en = :en, trouble = :trouble,
                            trouble_at = :troubleAt, going_on = :goingOn, version = version + 1, changed_at = :now
                        WHERE delivery_id = :id
                        """)).execute();
    }

    private Update bind(Followed followed, Update statement) {
        return statement
                .bind("transit", followed.transit().name())
                .bind("transitAt", followed.transitAt().toEpochMilli())
                .bind("way", followed.way())
                .bind("answer", followed.answer().map(Enum::name).orElse(""))
                .bind("answerAt", Rows.millis(followed.answerAt()))
                .bind("nl", followed.remarksDutch())
                .bind("en", followed.remarksEnglish())
                .bind("trouble", followed.trouble().map(Enum::name).orElse(""))
                .bind("troubleAt", Rows.millis(followed.troubleAt()))
                .bind("goingOn", followed.goingOn() ? 1 : 0)
                .bind("now", clock.millis())
                .bind("id", followed.deliveryId());
    }

    @Override
    public void trouble(Followed followed) {
        fence.pass(followed.company());
        handle.createUpdate("UPDATE followed SET trouble = :trouble, trouble_at = :at WHERE delivery_id = :id")
                .bind("trouble", followed.trouble().map(Enum::name).orElse(""))
                .bind("at", Rows.millis(followed.troubleAt()))
                .bind("id", followed.deliveryId())
                .execute();
    }

    @Override
    public List<String> companiesOpen() {
        return handle.createQuery("""
                        SELECT DISTINCT company FROM followed WHERE going_on = 1 AND transit IN ('HANDED_OVER', 'RETRIED')
                        """).mapTo(String.class).list();
    }

    @Override
    public List<String> companiesUntold() {
        return handle.createQuery("SELECT DISTINCT company FROM followed WHERE version > file_version")
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Followed> open(String company, int limit) {
        return handle.createQuery("""
                        SELECT * FROM followed WHERE company = :company AND going_on = 1
                            AND transit IN ('HANDED_OVER', 'RETRIED') ORDER BY sent_at LIMIT :limit
                        """)
                .bind("company", company)
                .bind("limit", limit)
                .map((row, context) -> followed(row))
                .list();
    }

    @Override
    public List<Followed> unjudged(String company, Gateway gateway, int limit) {
        return handle.createQuery("""
                        SELECT f.* FROM followed f JOIN delivery d ON d.id = f.delivery_id
                        WHERE f.company = :company AND f.going_on = 1 AND d.gateway = :gateway
                            AND f.answer NOT IN ('ACCEPTED', 'REJECTED', 'PAYABLE', 'PAID')
                        ORDER BY CASE WHEN f.transit IN ('HANDED_OVER', 'RETRIED') THEN 0 ELSE 1 END, f.sent_at DESC LIMIT :limit
                        """)
                .bind("company", company)
                .bind("gateway", gateway.name())
                .bind("limit", limit)
                .map((row, context) -> followed(row))
                .list();
    }

    @Override
    public boolean isAny(String company) {
        return handle.createQuery("SELECT delivery_id FROM followed WHERE company = :company AND going_on = 1 LIMIT 1")
                .bind("company", company)
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public void end(String company, Instant sentBefore) {
        fence.pass(company);
        handle.createUpdate(
                        "UPDATE followed SET going_on = 0 WHERE company = :company AND going_on = 1 AND sent_at < :before")
                .bind("company", company)
                .bind("before", sentBefore.toEpochMilli())
                .execute();
    }

    @Override
    public List<Followed> troubled(String company, Followed.Trouble trouble) {
        return handle.createQuery("""
                        SELECT * FROM followed WHERE company = :company AND trouble <> '' AND trouble = :trouble
                        ORDER BY trouble_at, delivery_id
                        """)
                .bind("company", company)
                .bind("trouble", trouble.name())
                .map((row, context) -> followed(row))
                .list();
    }

    @Override
    public List<Followed> untold(String company, int limit) {
        return handle.createQuery("""
                        SELECT * FROM followed WHERE company = :company AND version > file_version
                        ORDER BY delivery_id LIMIT :limit
                        """)
                .bind("company", company)
                .bind("limit", limit)
                .map((row, context) -> followed(row))
                .list();
    }

    @Override
    public void told(Followed followed, String filePath) {
        fence.pass(followed.company());
        handle.createUpdate("UPDATE followed SET file_version = :version, file_path = :path WHERE delivery_id = :id")
                .bind("version", followed.version())
                .bind("path", filePath)
                .bind("id", followed.deliveryId())
                .execute();
    }

    @Override
    public Optional<OutboxMark> outboxMark(String company) {
        return handle.createQuery("SELECT * FROM outbox_watermark WHERE company = :company")
                .bind("company", company)
                .map((row, context) -> new OutboxMark(Rows.at(row, "modified_on"), Rows.at(row, "read_at")))
                .findOne();
    }

    @Override
    public void outboxMark(String company, OutboxMark mark) {
        fence.pass(company);
        handle.createUpdate("""
                        INSERT INTO outbox_watermark (company, modified_on, read_at) VALUES (:company, :modified, :read)
                        ON CONFLICT (company) DO UPDATE SET modified_on = :modified, read_at = :read
                        """)
                .bind("company", company)
                .bind("modified", mark.modifiedOn().toEpochMilli())
                .bind("read", mark.readAt().toEpochMilli())
                .execute();
    }

    @Override
    public void forgetOutboxMark(String company) {
        handle.createUpdate("DELETE FROM outbox_watermark WHERE company = :company")
                .bind("company", company)
                .execute();
    }

    private static Followed followed(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        String trouble = row.getString("trouble");
        return new Followed(
                row.getLong("delivery_id"),
                row.getLong("invoice_id"),
                row.getString("company"),
                row.getString("reference"),
                Rows.at(row, "sent_at"),
                Transit.valueOf(row.getString("transit")),
                Rows.at(row, "transit_at"),
                row.getString("way"),
                answer.isEmpty() ? Optional.empty() : Optional.of(BuyerAnswer.valueOf(answer)),
                Rows.time(row, "answer_at"),
                row.getString("remarks_nl"),
                row.getString("remarks_en"),
                trouble.isEmpty() ? Optional.empty() : Optional.of(Followed.Trouble.valueOf(trouble)),
                Rows.time(row, "trouble_at"),
                row.getInt("going_on") == 1,
                row.getLong("version"),
                row.getString("file_path"));
    }
}
