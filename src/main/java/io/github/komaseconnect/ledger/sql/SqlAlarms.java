package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Alarms;
import io.github.komaseconnect.reason.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link Alarms} in SQL. */
final class SqlAlarms implements Alarms {
    private final Handle handle;
    private final Clock clock;

    SqlAlarms(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    @Override
    public boolean raise(String cause, String company, Reason reason, Optional<String> touch) {
        boolean isNew = handle.createUpdate("""
                                INSERT INTO alarm (cause, company, reason_code, reason_nl, reason_en, advice_nl, advice_en,
                                    raised_at, mailed_at, cleared_at, clear_mailed_at)
                                VALUES (:cause, :company, :code, :nl, :en, :adviceNl, :adviceEn, :now, 0, 0, 0)
                                ON CONFLICT (cause) WHERE cleared_at = 0 DO NOTHING
                                """)
                        .bind("cause", cause)
                        .bind("company", company)
                        .bind("code", reason.code())
                        .bind("nl", reason.dutch())
                        .bind("en", reason.english())
                        .bind("adviceNl", reason.adviceDutch())
                        .bind("adviceEn", reason.adviceEnglish())
                        .bind("now", clock.millis())
                        .execute()
                > 0;
        touch.ifPresent(label -> handle.createUpdate("""
                        INSERT INTO alarm_touch (alarm_id, label, reason_nl, reason_en, at, mailed_at)
                        SELECT id, :label, :nl, :en, :now, 0 FROM alarm WHERE cause = :cause AND cleared_at = 0
                        ON CONFLICT (alarm_id, label) DO NOTHING
                        """)
                .bind("label", label)
                .bind("nl", reason.dutchLine())
                .bind("en", reason.englishLine())
                .bind("now", clock.millis())
                .bind("cause", cause)
                .execute());
        return isNew;
    }

    @Override
    public boolean clear(String cause) {
        return handle.createUpdate("UPDATE alarm SET cleared_at = :now WHERE cause = :cause AND cleared_at = 0")
                        .bind("now", clock.millis())
                        .bind("cause", cause)
                        .execute()
                > 0;
    }

    @Override
    public boolean isOpen(String cause) {
        return handle.createQuery("SELECT id FROM alarm WHERE cause = :cause AND cleared_at = 0")
                .bind("cause", cause)
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public List<String> openAmong(List<String> causes) {
        return handle.createQuery("SELECT cause FROM alarm WHERE cause IN (<causes>) AND cleared_at = 0")
                .bindList("causes", causes)
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Alarm> open() {
        return alarms("SELECT * FROM alarm WHERE cleared_at = 0 ORDER BY id");
    }

    @Override
    public List<Alarm> toMail() {
        return alarms("""
                SELECT * FROM alarm a WHERE clear_mailed_at = 0 AND (cleared_at > 0 OR mailed_at = 0
                    OR EXISTS (SELECT 1 FROM alarm_touch t WHERE t.alarm_id = a.id AND t.mailed_at = 0)) ORDER BY id
                """);
    }

    private List<Alarm> alarms(String sql) {
        return handle.createQuery(sql).map((row, context) -> alarm(row)).list();
    }

    private Alarm alarm(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Alarm(
                id,
                row.getString("cause"),
                row.getString("company"),
                Rows.reason(row).orElseGet(() -> Reason.of("alarm", "", "")),
                Rows.at(row, "raised_at"),
                Rows.time(row, "mailed_at"),
                Rows.time(row, "cleared_at"),
                touches(id));
    }

    private List<Alarm.Touch> touches(long alarmId) {
        return handle.createQuery("SELECT * FROM alarm_touch WHERE alarm_id = :id ORDER BY id")
                .bind("id", alarmId)
                .map((row, context) -> new Alarm.Touch(
                        row.getString("label"),
                        row.getString("reason_nl"),
                        row.getString("reason_en"),
                        Rows.at(row, "at"),
                        row.getLong("mailed_at") > 0))
                .list();
    }

    @Override
    public void mailed(long id, int touches) {
        handle.createUpdate(
                        "UPDATE alarm SET mailed_at = CASE WHEN mailed_at = 0 THEN :now ELSE mailed_at END WHERE id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
        handle.createUpdate("""
                        UPDATE alarm_touch SET mailed_at = :now WHERE mailed_at = 0 AND id IN
                            (SELECT id FROM alarm_touch WHERE alarm_id = :id ORDER BY id LIMIT :touches)
                        """)
                .bind("now", clock.millis())
                .bind("id", id)
                .bind("touches", touches)
                .execute();
    }

    @Override
    public void clearMailed(long id) {
        handle.createUpdate("UPDATE alarm SET clear_mailed_at = :now WHERE id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }
}
