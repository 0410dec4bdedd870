package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Pauses;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link Pauses} in SQL. */
final class SqlPauses implements Pauses {
    private final Handle handle;
    private final Clock clock;

    SqlPauses(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    @Override
    public void set(Pause pause) {
        handle.createUpdate("""
                        INSERT INTO pause (company, channel, reason_code, reason_nl, reason_en, who, since, probe_at)
                        VALUES (:company, :channel, :code, :nl, :en, :who, :since, :probeAt)
                        ON CONFLICT (company, channel) DO UPDATE SET reason_code = :code, reason_nl = :nl, reason_en = :en,
                            who = :who, probe_at = :probeAt
                        """)
                .bind("company", pause.company())
                .bind("channel", pause.channel().name())
                .bind("code", pause.reasonCode())
                .bind("nl", pause.dutch())
                .bind("en", pause.english())
                .bind("who", pause.who())
                .bind("since", pause.since().toEpochMilli())
                .bind("probeAt", Rows.millis(pause.probeAt()))
                .execute();
    }

    @Override
    public Optional<Pause> find(String company, Channel channel) {
        return handle.createQuery("SELECT * FROM pause WHERE company = :company AND channel = :channel")
                .bind("company", company)
                .bind("channel", channel.name())
                .map((row, context) -> Rows.pause(row))
                .findOne();
    }

    @Override
    public boolean end(String company, Channel channel) {
        find(company, channel).ifPresent(this::letTheClockStandStill);
        return handle.createUpdate("DELETE FROM pause WHERE company = :company AND channel = :channel")
                        .bind("company", company)
                        .bind("channel", channel.name())
                        .execute()
                > 0;
    }

    /** Failures in a row that began before the pause seem to have begun that much later. */
    private void letTheClockStandStill(Pause pause) {
        List<String> methods = Arrays.stream(SendingMethod.values())
                .filter(method -> pause.channel() == Channel.ALL || Channel.of(method) == pause.channel())
                .map(Enum::name)
                .toList();
        if (methods.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        UPDATE delivery SET failing_since =
                            CASE WHEN failing_since > :since THEN :now ELSE failing_since + :now - :since END
                        WHERE company = :company AND state IN ('WAITING', 'IN_DOUBT') AND failing_since > 0
                            AND method IN (<methods>)
                        """)
                .bind("since", Math.min(pause.since().toEpochMilli(), clock.millis()))
                .bind("now", clock.millis())
                .bind("company", pause.company())
                .bindList("methods", methods)
                .execute();
    }

    @Override
    public List<Pause> all() {
        return handle.createQuery("SELECT * FROM pause ORDER BY company, channel")
                .map((row, context) -> Rows.pause(row))
                .list();
    }
}
