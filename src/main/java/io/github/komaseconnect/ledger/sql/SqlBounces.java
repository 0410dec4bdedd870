package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.ledger.Bounces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** {@link Bounces} in SQL. */
final class SqlBounces implements Bounces {
    private final Handle handle;
    private final Clock clock;
    private final Fence fence;

    SqlBounces(Handle handle, Clock clock, Fence fence) {
        this.handle = handle;
        this.clock = clock;
        this.fence = fence;
    }

    @Override
    public List<Long> knownMails(String owner, String mailbox) {
        return handle.createQuery("SELECT uid FROM bounce_mail WHERE owner = :owner AND mailbox = :mailbox")
                .bind("owner", owner)
                .bind("mailbox", mailbox)
                .mapTo(Long.class)
                .list();
    }

    @Override
    public void mail(String owner, String mailbox, long uid, Outcome outcome, String subject) {
        fence.pass(owner);
        handle.createUpdate("""
                        INSERT INTO bounce_mail (owner, mailbox, uid, outcome, subject, seen_at)
                        VALUES (:owner, :mailbox, :uid, :outcome, :subject, :now)
                        ON CONFLICT (owner, mailbox, uid) DO UPDATE SET outcome = :outcome
                        """)
                .bind("owner", owner)
                .bind("mailbox", mailbox)
                .bind("uid", uid)
                .bind("outcome", outcome.name())
                .bind("subject", subject.replace('\0', ' '))
                .bind("now", clock.millis())
                .execute();
    }

    @Override
    public void add(Bounce bounce) {
        handle.createUpdate("""
                        INSERT INTO bounce (company, delivery_id, kind, recipients, words, state, received_at, changed_at)
                        SELECT :company, :delivery, :kind, :recipients, :words, 'WAITING', :now, :now
                        WHERE NOT EXISTS (SELECT 1 FROM bounce WHERE delivery_id = :delivery AND kind = :kind
                            AND recipients = :recipients AND words = :words)
                        """)
                .bind("company", bounce.company())
                .bind("delivery", bounce.deliveryId())
                .bind("kind", bounce.kind().name())
                .bind("recipients", String.join("\n", bounce.recipients()).replace('\0', ' '))
                .bind("words", bounce.words().replace('\0', ' '))
                .bind("now", clock.millis())
                .execute();
    }

    @Override
    public List<Bounce> waiting(String company, int limit) {
        return handle.createQuery(
                        "SELECT * FROM bounce WHERE company = :company AND state = 'WAITING' ORDER BY id LIMIT :limit")
                .bind("company", company)
                .bind("limit", limit)
                .map((row, context) -> bounce(row))
                .list();
    }

    private static Bounce bounce(ResultSet row) throws SQLException {
        String recipients = row.getString("recipients");
        return new Bounce(
                row.getLong("id"),
                row.getString("company"),
                row.getLong("delivery_id"),
                Bounce.Kind.valueOf(row.getString("kind")),
                recipients.isEmpty() ? List.of() : List.of(recipients.split("\n")),
                row.getString("words"),
                Rows.at(row, "received_at"));
    }

    @Override
    public boolean done(long id) {
        handle.createQuery("SELECT company FROM bounce WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .ifPresent(fence::pass);
        return handle.createUpdate(
                                "UPDATE bounce SET state = 'DONE', changed_at = :now WHERE id = :id AND state = 'WAITING'")
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    @Override
    public List<LeftAlone> leftAlone() {
        return handle.createQuery("""
                        SELECT owner, COUNT(*) AS mails FROM bounce_mail WHERE outcome = 'LEFT' GROUP BY owner ORDER BY owner
                        """)
                .map((row, context) -> new LeftAlone(row.getString("owner"), row.getInt("mails")))
                .list();
    }

    @Override
    public void copiesGoTo(long deliveryId, List<String> addresses) {
        for (String address : addresses) {
            handle.createUpdate("""
                            INSERT INTO mail_copy (delivery_id, address) VALUES (:delivery, :address)
                            ON CONFLICT (delivery_id, address) DO NOTHING
                            """)
                    .bind("delivery", deliveryId)
                    .bind("address", address.toLowerCase(Locale.ROOT).replace('\0', ' '))
                    .execute();
        }
    }

    @Override
    public Set<String> copies(long deliveryId) {
        return Set.copyOf(handle.createQuery("SELECT address FROM mail_copy WHERE delivery_id = :delivery")
                .bind("delivery", deliveryId)
                .mapTo(String.class)
                .list());
    }
}
