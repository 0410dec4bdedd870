package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Query;

/** Counts attempts, by company. */
final class AttemptCounts {
    private final Handle handle;

    AttemptCounts(Handle handle) {
        this.handle = handle;
    }

    Map<String, Integer> ended(SendingMethod method, Instant since, Instant until) {
        return counted(handle.createQuery("""
                        SELECT d.company AS company, COUNT(*) AS attempts FROM attempt a JOIN delivery d ON d.id = a.delivery_id
                        WHERE a.ended_at > :since AND a.ended_at <= :until AND d.method = :method GROUP BY d.company
                        """).bind("until", until.toEpochMilli()), method, since);
    }

    Map<String, Integer> open(SendingMethod method, Instant since) {
        return counted(handle.createQuery("""
                        SELECT d.company AS company, COUNT(*) AS attempts FROM attempt a JOIN delivery d ON d.id = a.delivery_id
                        WHERE a.ended_at = 0 AND a.started_at > :since AND d.state = 'ATTEMPTING' AND d.method = :method
                        GROUP BY d.company
                        """), method, since);
    }

    private static Map<String, Integer> counted(Query query, SendingMethod method, Instant since) {
        return query.bind("since", since.toEpochMilli())
                .bind("method", method.name())
                .setMapKeyColumn("company")
                .setMapValueColumn("attempts")
                .collectInto(new GenericType<Map<String, Integer>>() {});
    }
}
