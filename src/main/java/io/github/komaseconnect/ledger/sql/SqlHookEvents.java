package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.HookEvent;
import io.github.komaseconnect.ledger.HookEvents;
import io.github.komaseconnect.ledger.HookMail;
import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.reason.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link HookEvents} in SQL. */
final class SqlHookEvents implements HookEvents {
    private static final String TEXT = "UTF-8";
    private static final String BASE64 = "BASE64";
    private static final String DUE = "due_at > 0 AND (due_at <= :now OR due_at > :beyond)";
    /** Whatever the clock says: before anything that was put off. */
    private static final long AT_ONCE = 1;

    private final Handle handle;
    private final Clock clock;
    private final String version;
    private final Fence fence;

    SqlHookEvents(Handle handle, Clock clock, String version, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.version = version;
        this.fence = fence;
    }

    @Override
    public boolean store(HookEvent.Arrived arrived) {
        handle.createUpdate("UPDATE hook_refusal SET in_a_row = 0 WHERE company = :company AND in_a_row > 0")
                .bind("company", arrived.company())
                .execute();
        int repeated = handle.createUpdate(
                        "UPDATE hook_event SET repeats = repeats + 1 WHERE company = :company AND same = :same")
                .bind("company", arrived.company())
                .bind("same", arrived.same())
                .execute();
        if (repeated > 0) {
            return false;
        }
        Optional<String> text = text(arrived.body());
        handle.createUpdate("""
                        INSERT INTO hook_event (company, same, topic, document_id, created_on, body, body_in, state, due_at,
                            tries, repeats, reason_code, reason_nl, reason_en, advice_nl, advice_en, received_at, changed_at,
                            program_version)
                        VALUES (:company, :same, :topic, :document, :createdOn, :body, :bodyIn, 'WAITING', :due,
                            0, 0, '', '', '', '', '', :now, :now, :version)
                        """)
                .bind("company", arrived.company())
                .bind("same", arrived.same())
                .bind("topic", storable(arrived.topic()))
                .bind("document", storable(arrived.documentId()))
                .bind("createdOn", arrived.createdOn().toEpochMilli())
                .bind("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(arrived.body())))
                .bind("bodyIn", text.isPresent() ? TEXT : BASE64)
                .bind("due", AT_ONCE)
                .bind("now", clock.millis())
                .bind("version", version)
                .execute();
        return true;
    }

    /** What a database keeps as text and gives back as it was: PostgreSQL takes no NUL. */
    private static Optional<String> text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String storable(String text) {
        return text.replace('\0', ' ');
    }

    @Override
    public List<String> companiesDue(Instant now, Instant beyond) {
        return handle.createQuery("SELECT DISTINCT company FROM hook_event WHERE " + DUE + " ORDER BY company")
                .bind("now", now.toEpochMilli())
                .bind("beyond", beyond.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<HookEvent> due(String company, Instant now, Instant beyond, int limit) {
        return handle.createQuery("SELECT * FROM hook_event WHERE company = :company AND " + DUE
                        + " ORDER BY due_at, id LIMIT :limit")
                .bind("company", company)
                .bind("now", now.toEpochMilli())
                .bind("beyond", beyond.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    @Override
    public Optional<HookEvent> find(long id) {
        return handle.createQuery("SELECT * FROM hook_event WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> event(row))
                .findOne();
    }

    private static HookEvent event(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return new HookEvent(
                row.getLong("id"),
                row.getString("company"),
                row.getString("topic"),
                row.getString("document_id"),
                row.getString("body_in").equals(TEXT)
                        ? body.getBytes(StandardCharsets.UTF_8)
                        : Base64.getDecoder().decode(body),
                HookEvent.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getInt("repeats"),
                Rows.at(row, "received_at"));
    }

    private void passEvent(long id) {
        find(id).map(HookEvent::company).ifPresent(fence::pass);
    }

    @Override
    public void finish(long id, HookEvent.State state, Optional<Reason> reason) {
        passEvent(id);
        handle.createUpdate("""
                        UPDATE hook_event SET state = :state, due_at = 0, reason_code = :code, reason_nl = :nl, reason_en = :en,
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
    public void later(long id, Instant dueAt, int tries) {
        passEvent(id);
        handle.createUpdate("UPDATE hook_event SET due_at = :due, tries = :tries, changed_at = :now WHERE id = :id")
                .bind("due", dueAt.toEpochMilli())
                .bind("tries", tries)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public int wake(String company, Collection<String> topics) {
        if (topics.isEmpty()) {
            return 0;
        }
        fence.pass(company);
        return handle.createUpdate("""
                        UPDATE hook_event SET state = 'WAITING', due_at = :due, tries = 0
                        WHERE state = 'KEPT' AND company = :company AND topic IN (<topics>)
                        """)
                .bind("due", AT_ONCE)
                .bind("company", company)
                .bindList("topics", List.copyOf(topics))
                .execute();
    }

    @Override
    public int wakeHeld(String company, String reasonCode, Instant since) {
        fence.pass(company);
        return handle.createUpdate("""
                        UPDATE hook_event SET state = 'WAITING', due_at = :due, tries = 0
                        WHERE state = 'HELD' AND company = :company AND reason_code = :code AND received_at > :since
                        """)
                .bind("due", AT_ONCE)
                .bind("since", since.toEpochMilli())
                .bind("company", company)
                .bind("code", reasonCode)
                .execute();
    }

    @Override
    public int countHeld(String company, String reasonCode) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM hook_event
                        WHERE state IN ('HELD', 'WAITING') AND company = :company AND reason_code = :code
                        """)
                .bind("company", company)
                .bind("code", reasonCode)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Optional<Instant> latest(String company, String topic) {
        return handle.createQuery(
                        "SELECT COALESCE(MAX(created_on), 0) FROM hook_event WHERE company = :company AND topic = :topic")
                .bind("company", company)
                .bind("topic", topic)
                .mapTo(Long.class)
                .findOne()
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public int countSince(String company, String topic, Instant since) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM hook_event
                        WHERE company = :company AND topic = :topic AND created_on > :since
                        """)
                .bind("company", company)
                .bind("topic", topic)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void refused(String company, int times, Instant at) {
        handle.createUpdate("""
                        INSERT INTO hook_refusal (company, total, in_a_row, first_at, last_at)
                        VALUES (:company, :times, :times, :at, :at)
                        ON CONFLICT (company) DO UPDATE SET total = hook_refusal.total + :times,
                            first_at = CASE WHEN hook_refusal.in_a_row = 0 THEN :at ELSE hook_refusal.first_at END,
                            in_a_row = hook_refusal.in_a_row + :times, last_at = :at
                        """)
                .bind("company", company)
                .bind("times", times)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public List<HookTraffic> traffic() {
        return handle.createQuery("""
                        SELECT c.company, COALESCE(MAX(r.total), 0) AS refused, COALESCE(MAX(r.in_a_row), 0) AS in_a_row,
                            COALESCE(MAX(r.last_at), 0) AS refused_at,
                            (SELECT COALESCE(MAX(received_at), 0) FROM hook_event e WHERE e.company = c.company) AS last_at,
                            (SELECT COUNT(*) FROM hook_event e WHERE e.state = 'WAITING' AND e.company = c.company) AS waiting,
                            (SELECT COUNT(*) FROM hook_event e WHERE e.state = 'HELD' AND e.company = c.company) AS held
                        FROM (SELECT DISTINCT company FROM hook_event UNION SELECT company FROM hook_refusal) c
                            LEFT JOIN hook_refusal r ON r.company = c.company
                        GROUP BY c.company ORDER BY c.company
                        """)
                .map((row, context) -> new HookTraffic(
                        row.getString("company"),
                        Rows.time(row, "last_at"),
                        row.getInt("waiting"),
                        row.getInt("held"),
                        row.getLong("refused"),
                        row.getLong("in_a_row"),
                        Rows.time(row, "refused_at")))
                .list();
    }

    @Override
    public List<Long> knownMails(String company, String mailbox) {
        return handle.createQuery("SELECT uid FROM hook_mail WHERE company = :company AND mailbox = :mailbox")
                .bind("company", company)
                .bind("mailbox", mailbox)
                .mapTo(Long.class)
                .list();
    }

    @Override
    public void mail(HookMail mail) {
        fence.pass(mail.company());
        handle.createUpdate("""
                        INSERT INTO hook_mail (company, mailbox, uid, outcome, sender, subject, reason_nl, reason_en, seen_at)
                        VALUES (:company, :mailbox, :uid, :outcome, :sender, :subject, :nl, :en, :now)
                        ON CONFLICT (company, mailbox, uid) DO UPDATE SET outcome = :outcome, reason_nl = :nl, reason_en = :en
                        """)
                .bind("company", mail.company())
                .bind("mailbox", mail.mailbox())
                .bind("uid", mail.uid())
                .bind("outcome", mail.outcome().name())
                .bind("sender", storable(mail.sender()))
                .bind("subject", storable(mail.subject()))
                .bind("nl", storable(mail.dutch()))
                .bind("en", storable(mail.english()))
                .bind("now", clock.millis())
                .execute();
    }
}
