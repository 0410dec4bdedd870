package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Deliveries;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@link Deliveries} in SQL. */
final class SqlDeliveries implements Deliveries {
    /** Gateways by which what is in doubt is sent again. */
    private static final List<String> REPEATED = Arrays.stream(Gateway.values())
            .filter(Gateway::recognisesRepeats)
            .map(gateway -> "'" + gateway.name() + "'")
            .toList();

    private final Handle handle;
    private final Clock clock;
    private final String version;
    private final String node;

    /** @param node which runtime this is, where several share the ledger; empty otherwise */
    SqlDeliveries(Handle handle, Clock clock, String version, String node) {
        this.handle = handle;
        this.clock = clock;
        this.version = version;
        this.node = node;
    }

    @Override
    public long add(long invoiceId, String company, Destination destination, Instant dueAt) {
        return handle.createQuery("""
                        INSERT INTO delivery (invoice_id, company, method, addresses, language, relation_number, relation_name,
                            relation_row, why_nl, why_en, state, due_at, attempts, failing_since, reference, created_at,
                            changed_at, program_version, print_wishes, attachments)
                        VALUES (:invoiceId, :company, :method, :addresses, :language, :number, :name, :row, :whyNl, :whyEn,
                            'WAITING', :dueAt, 0, 0, '', :now, :now, :version, :wishes, :attachments)
                        RETURNING id
                        """)
                .bind("invoiceId", invoiceId)
                .bind("company", company)
                .bind("method", destination.method().name())
                .bind("addresses", String.join("\n", destination.addresses()))
                .bind("language", destination.language().name())
                .bind("number", destination.relationNumber())
                .bind("name", destination.relationName())
                .bind("row", destination.relationRow())
                .bind("whyNl", destination.whyDutch())
                .bind("whyEn", destination.whyEnglish())
                .bind("wishes", destination.print().text())
                .bind("attachments", destination.attachments().key())
                .bind("dueAt", dueAt.toEpochMilli())
                .bind("now", clock.millis())
                .bind("version", version)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<Delivery> find(long id) {
        return handle.createQuery("SELECT * FROM delivery WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.delivery(row))
                .findOne();
    }

    @Override
    public List<Delivery> of(long invoiceId) {
        return handle.createQuery("SELECT * FROM delivery WHERE invoice_id = :id ORDER BY id DESC")
                .bind("id", invoiceId)
                .map((row, context) -> Rows.delivery(row))
                .list();
    }

    @Override
    public List<String> companiesDue(Instant now) {
        return handle.createQuery("""
                        SELECT DISTINCT company FROM delivery
                        WHERE state IN ('WAITING', 'IN_DOUBT') AND due_at > 0 AND due_at <= :now ORDER BY company
                        """)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Delivery> due(
            String company, Instant now, Collection<SendingMethod> methods, Collection<Long> inHand, int limit) {
        if (methods.isEmpty()) {
            return List.of();
        }
        return handle
                .createQuery("""
                        SELECT * FROM delivery
                        WHERE state IN ('WAITING', 'IN_DOUBT') AND due_at > 0 AND due_at <= :now AND company = :company
                            AND method IN (<methods>)
                        ORDER BY due_at, id LIMIT :limit
                        """)
                .bind("now", now.toEpochMilli())
                .bind("company", company)
                .bindList("methods", methods.stream().map(Enum::name).toList())
                .bind("limit", limit + inHand.size())
                .map((row, context) -> Rows.delivery(row))
                .list()
                .stream()
                .filter(delivery -> !inHand.contains(delivery.id()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Delivery> attempting() {
        return handle.createQuery("SELECT * FROM delivery WHERE state = 'ATTEMPTING' ORDER BY id")
                .map((row, context) -> Rows.delivery(row))
                .list();
    }

    @Override
    public Attempt open(long deliveryId) {
        return open(deliveryId, Optional.empty(), clock.instant(), "AND state = 'WAITING'")
                .orElseThrow(() -> new IllegalStateException("delivery " + deliveryId + " is not waiting"));
    }

    @Override
    public Optional<Attempt> begin(long deliveryId, Optional<Passage> passage, Instant startedAt) {
        return open(deliveryId, passage, startedAt, """
                        AND (state = 'WAITING' OR state = 'IN_DOUBT' AND due_at > 0 AND gateway IN (<repeated>)
                            AND document_id <> '')
                        AND NOT EXISTS (SELECT 1 FROM pause WHERE pause.company = delivery.company AND channel = 'ALL')
                        """);
    }

    private Optional<Attempt> open(long deliveryId, Optional<Passage> passage, Instant startedAt, String condition) {
        long now = clock.millis();
        int opened = handle.createUpdate("""
                        UPDATE delivery SET state = 'ATTEMPTING', attempts = attempts + 1, changed_at = :now,
                            document_id = CASE WHEN gateway = '' THEN :document ELSE document_id END,
                            gateway = CASE WHEN gateway = '' THEN :gateway ELSE gateway END
                        WHERE id = :id
                        """ + condition)
                .bind("gateway", passage.map(way -> way.gateway().name()).orElse(""))
                .bind("document", passage.map(Passage::documentId).orElse(""))
                .defineList("repeated", REPEATED)
                .bind("now", now)
                .bind("id", deliveryId)
                .execute();
        if (opened == 0) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        INSERT INTO attempt (delivery_id, number, started_at, ended_at, outcome, reference, reason_code, reason_nl,
                            reason_en, program_version, node)
                        SELECT id, attempts, :startedAt, 0, '', '', '', '', '', :version, :node FROM delivery WHERE id = :id
                        RETURNING *
                        """)
                .bind("startedAt", startedAt.toEpochMilli())
                .bind("version", version)
                .bind("node", node)
                .bind("id", deliveryId)
                .map((row, context) -> Rows.attempt(row))
                .findOne();
    }

    @Override
    public boolean close(
            long attemptId, String outcome, String reference, String reasonCode, String dutch, String english) {
        return handle.createUpdate("""
                        UPDATE attempt SET ended_at = :now, outcome = :outcome, reference = :reference, reason_code = :code,
                            reason_nl = :nl, reason_en = :en WHERE id = :id AND ended_at = 0
                        """)
                        .bind("now", clock.millis())
                        .bind("outcome", outcome)
                        .bind("reference", reference)
                        .bind("code", reasonCode)
                        .bind("nl", dutch)
                        .bind("en", english)
                        .bind("id", attemptId)
                        .execute()
                > 0;
    }

    @Override
    public List<Attempt> attempts(long deliveryId) {
        return handle.createQuery("SELECT * FROM attempt WHERE delivery_id = :id ORDER BY number")
                .bind("id", deliveryId)
                .map((row, context) -> Rows.attempt(row))
                .list();
    }

    @Override
    public Map<String, Integer> ended(SendingMethod method, Instant since, Instant until) {
        return new AttemptCounts(handle).ended(method, since, until);
    }

    @Override
    public Map<String, Integer> open(SendingMethod method, Instant since) {
        return new AttemptCounts(handle).open(method, since);
    }

    @Override
    public Optional<Attempt> openAttempt(long deliveryId) {
        return handle.createQuery("SELECT * FROM attempt WHERE delivery_id = :id AND ended_at = 0 ORDER BY number DESC")
                .bind("id", deliveryId)
                .map((row, context) -> Rows.attempt(row))
                .findFirst();
    }

    @Override
    public void state(long id, DeliveryState state, Optional<Instant> dueAt, Optional<Instant> failingSince) {
        handle.createUpdate("""
                        UPDATE delivery SET state = :state, due_at = :due, failing_since = :failing, changed_at = :now
                        WHERE id = :id
                        """)
                .bind("state", state.name())
                .bind("due", Rows.millis(dueAt))
                .bind("failing", Rows.millis(failingSince))
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void forgetPassage(long id) {
        handle.createUpdate("UPDATE delivery SET gateway = '', document_id = '', changed_at = :now WHERE id = :id")
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void redirect(long id, List<String> addresses) {
        handle.createUpdate("UPDATE delivery SET addresses = :addresses, changed_at = :now WHERE id = :id")
                .bind("addresses", String.join("\n", addresses))
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void delivered(long id, String reference) {
        handle.createUpdate("""
                        UPDATE delivery SET state = 'DELIVERED', due_at = 0, failing_since = 0, reference = :reference,
                            changed_at = :now WHERE id = :id
                        """)
                .bind("reference", reference)
                .bind("now", clock.millis())
                .bind("id", id)
                .execute();
    }

    @Override
    public void dueNow(String company, Channel channel, Instant now) {
        handle.createUpdate("""
                        UPDATE delivery SET due_at = :now WHERE company = :company AND state = 'WAITING'
                            AND due_at > :now AND attempts > 0 AND method IN (<methods>)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("company", company)
                .bindList(
                        "methods",
                        Arrays.stream(SendingMethod.values())
                                .filter(method -> channel == Channel.ALL || Channel.of(method) == channel)
                                .map(Enum::name)
                                .toList())
                .execute();
    }

    @Override
    public Map<String, Delivery> withReferences(String company, Collection<String> references) {
        return new DeliveryReferences(handle).find(company, references);
    }
}
