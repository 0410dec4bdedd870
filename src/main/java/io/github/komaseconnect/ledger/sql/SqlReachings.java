package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.Reachings;
import io.github.komaseconnect.reason.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link Reachings} in SQL. */
final class SqlReachings implements Reachings {
    /** No delivery has this id. */
    private static final long NONE = 0;

    private final Handle handle;

    SqlReachings(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<KnownReach> find(String company, String receiver, DocumentType type) {
        return handle.createQuery("""
                        SELECT * FROM reachability
                        WHERE company = :company AND receiver = :receiver AND document_type = :type
                        """)
                .bind("company", company)
                .bind("receiver", key(receiver))
                .bind("type", type.name())
                .map((row, context) -> known(row))
                .findOne();
    }

    @Override
    public Optional<Instant> reachedAt(String company, String receiver) {
        return handle.createQuery("""
                        SELECT MAX(reached_at) AS reached FROM reachability WHERE company = :company AND receiver = :receiver
                        """)
                .bind("company", company)
                .bind("receiver", key(receiver))
                .map((row, context) -> row.getLong("reached"))
                .findOne()
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public Optional<Instant> relationReachedAt(String company, String relationNumber) {
        return handle.createQuery("""
                        SELECT MAX(f.transit_at) AS reached FROM delivery d JOIN followed f ON f.delivery_id = d.id
                        WHERE d.company = :company AND d.relation_number = :number AND d.relation_number <> ''
                            AND d.method = 'PEPPOL' AND f.transit = 'DELIVERED'
                        """)
                .bind("company", company)
                .bind("number", relationNumber)
                .map((row, context) -> row.getLong("reached"))
                .findOne()
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public List<KnownReach> all(String company) {
        return handle.createQuery(
                        "SELECT * FROM reachability WHERE company = :company ORDER BY receiver, document_type")
                .bind("company", company)
                .map((row, context) -> known(row))
                .list();
    }

    @Override
    public void keep(KnownReach known) {
        handle.createUpdate("""
                        INSERT INTO reachability (company, receiver, document_type, verdict, channel, asked_at, refused_since,
                            refused_at, reached_at, reason_nl, reason_en)
                        VALUES (:company, :receiver, :type, :verdict, :channel, :asked, :since, :refused, :reached, :nl, :en)
                        ON CONFLICT (company, receiver, document_type) DO UPDATE SET verdict = :verdict, channel = :channel,
                            asked_at = :asked, refused_since = :since, refused_at = :refused, reached_at = :reached,
                            reason_nl = :nl, reason_en = :en
                        """)
                .bind("company", known.company())
                .bind("receiver", key(known.receiver()))
                .bind("type", known.type().name())
                .bind("verdict", known.verdict().name())
                .bind("channel", known.channel())
                .bind("asked", known.askedAt().toEpochMilli())
                .bind("since", Rows.millis(known.refused().map(KnownReach.Refusals::first)))
                .bind("refused", Rows.millis(known.refused().map(KnownReach.Refusals::last)))
                .bind("reached", Rows.millis(known.reachedAt()))
                .bind("nl", known.dutch())
                .bind("en", known.english())
                .execute();
    }

    @Override
    public void reached(String company, String receiver, DocumentType type, Instant at) {
        handle.createUpdate("""
                        INSERT INTO reachability (company, receiver, document_type, verdict, channel, asked_at, refused_since,
                            refused_at, reached_at, reason_nl, reason_en)
                        VALUES (:company, :receiver, :type, 'REACHABLE', '', :at, 0, 0, :at, '', '')
                        ON CONFLICT (company, receiver, document_type) DO UPDATE SET verdict = 'REACHABLE', asked_at = :at,
                            refused_since = 0, refused_at = 0, reached_at = :at, reason_nl = '', reason_en = ''
                        """)
                .bind("company", company)
                .bind("receiver", key(receiver))
                .bind("type", type.name())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public void notReached(Delivery delivery, DocumentType type, Reason why) {
        String receiver = delivery.destination().addresses().get(0);
        find(delivery.company(), receiver, type).ifPresent(known -> {
            boolean taken = known.verdict() == KnownReach.Verdict.REACHABLE;
            boolean byAnswers = delivery.passage()
                    .filter(passage -> passage.gateway().tellsWhoIsReached())
                    .isPresent();
            keep(new KnownReach(
                    known.company(),
                    known.receiver(),
                    type,
                    taken ? KnownReach.Verdict.NOT_CHECKED : known.verdict(),
                    taken ? "" : known.channel(),
                    known.askedAt(),
                    known.refused(),
                    byAnswers ? known.reachedAt() : arrivedAt(delivery.company(), receiver),
                    taken ? why.dutch() : known.dutch(),
                    taken ? why.english() : known.english()));
        });
    }

    /** When eConnect told last that a document got to this receiver. */
    private Optional<Instant> arrivedAt(String company, String receiver) {
        return handle.createQuery("""
                        SELECT MAX(f.transit_at) AS reached FROM delivery d JOIN followed f ON f.delivery_id = d.id
                        WHERE d.company = :company AND LOWER(d.addresses) = :receiver AND d.method = 'PEPPOL'
                            AND f.transit = 'DELIVERED'
                        """)
                .bind("company", company)
                .bind("receiver", key(receiver))
                .map((row, context) -> row.getLong("reached"))
                .findOne()
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void fellBack(long deliveryId, Optional<Long> insteadOf, Instant at, Reason why) {
        handle.createUpdate("""
                        INSERT INTO fallback (delivery_id, instead_of, at, reason_nl, reason_en)
                        VALUES (:delivery, :insteadOf, :at, :nl, :en)
                        """)
                .bind("delivery", deliveryId)
                .bind("insteadOf", insteadOf.orElse(NONE))
                .bind("at", at.toEpochMilli())
                .bind("nl", why.dutch())
                .bind("en", why.english())
                .execute();
    }

    @Override
    public Optional<FellBack> fallback(long deliveryId) {
        return handle.createQuery("SELECT * FROM fallback WHERE delivery_id = :id")
                .bind("id", deliveryId)
                .map((row, context) -> new FellBack(
                        row.getLong("delivery_id"),
                        Optional.of(row.getLong("instead_of")).filter(id -> id != NONE),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("reason_nl"),
                        row.getString("reason_en")))
                .findOne();
    }

    /** Peppol makes no difference between capitals and small letters. */
    private static String key(String receiver) {
        return receiver.toLowerCase(Locale.ROOT);
    }

    private static KnownReach known(ResultSet row) throws SQLException {
        Optional<Instant> first = Rows.time(row, "refused_since");
        Instant last = Instant.ofEpochMilli(row.getLong("refused_at"));
        return new KnownReach(
                row.getString("company"),
                row.getString("receiver"),
                DocumentType.valueOf(row.getString("document_type")),
                KnownReach.Verdict.valueOf(row.getString("verdict")),
                row.getString("channel"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                first.map(since -> new KnownReach.Refusals(since, last)),
                Rows.time(row, "reached_at"),
                row.getString("reason_nl"),
                row.getString("reason_en"));
    }
}
