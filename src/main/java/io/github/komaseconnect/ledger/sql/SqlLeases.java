package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Lease;
import io.github.komaseconnect.ledger.LeaseLostException;
import io.github.komaseconnect.ledger.Leases;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.Node;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * {@link Leases} in PostgreSQL. Time is {@code clock_timestamp()}: {@code now()} would be the begin of a transaction that
 * may have waited for its turn since.
 */
final class SqlLeases implements Leases {
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private final Handle handle;
    private final Optional<Membership> membership;
    private final String version;

    /** @param membership empty for a command, which only looks */
    SqlLeases(Handle handle, Optional<Membership> membership, String version) {
        this.handle = handle;
        this.membership = membership;
        this.version = version;
    }

    @Override
    public Optional<Membership> membership() {
        return membership;
    }

    private Membership me() {
        return membership.orElseThrow(() -> new IllegalStateException("a command has no share in the work"));
    }

    @Override
    public void seen() {
        handle.createUpdate(
                        "INSERT INTO node (id, host, home, version, started_at, seen_at) VALUES (:id, :host, :home, :version, "
                                + NOW + ", " + NOW + ") ON CONFLICT (id) DO UPDATE SET seen_at = " + NOW)
                .bind("id", me().node())
                .bind("host", me().host())
                .bind("home", me().home())
                .bind("version", version)
                .execute();
        handle.createUpdate("DELETE FROM node WHERE seen_at < " + NOW + " - :old")
                .bind("old", FORGOTTEN_AFTER.toMillis())
                .execute();
    }

    @Override
    public void goes() {
        handle.createUpdate("DELETE FROM node WHERE id = :id")
                .bind("id", me().node())
                .execute();
    }

    @Override
    public List<Node> nodes() {
        return handle.createQuery("SELECT node.*, " + NOW + " - seen_at AS silence FROM node ORDER BY started_at, id")
                .map((row, context) -> new Node(
                        row.getString("id"),
                        row.getString("host"),
                        row.getString("home"),
                        row.getString("version"),
                        Rows.at(row, "seen_at"),
                        Duration.ofMillis(Math.max(0, row.getLong("silence")))))
                .list();
    }

    @Override
    public List<Lease> inForce() {
        return handle.createQuery("SELECT * FROM company_lease WHERE until > " + NOW + " ORDER BY company")
                .map((row, context) -> lease(row))
                .list();
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getString("company"),
                row.getString("node"),
                row.getLong("epoch"),
                Instant.ofEpochMilli(row.getLong("until")));
    }

    @Override
    public Optional<Lease> take(String company) {
        return handle.createQuery(
                        "INSERT INTO company_lease (company, node, epoch, until) VALUES (:company, :node, 1, " + NOW
                                + " + :lease) ON CONFLICT (company) DO UPDATE SET node = :node, epoch = company_lease.epoch + 1, until = "
                                + NOW + " + :lease WHERE company_lease.until <= " + NOW + " RETURNING *")
                .bind("company", company)
                .bind("node", me().node())
                .bind("lease", me().lease().toMillis())
                .map((row, context) -> lease(row))
                .findOne();
    }

    @Override
    public void inherit(String deadNode) {
        handle.createUpdate("UPDATE company_lease SET node = :node, epoch = epoch + 1, until = " + NOW
                        + " + :lease WHERE node = :dead")
                .bind("node", me().node())
                .bind("lease", me().lease().toMillis())
                .bind("dead", deadNode)
                .execute();
        handle.createUpdate("DELETE FROM node WHERE id = :dead")
                .bind("dead", deadNode)
                .execute();
    }

    @Override
    public List<String> renew(Collection<String> companies) {
        if (companies.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(
                        "UPDATE company_lease SET until = " + NOW + " + :lease WHERE node = :node AND until > " + NOW
                                + " AND company IN (<companies>) RETURNING company")
                .bind("lease", me().lease().toMillis())
                .bind("node", me().node())
                .bindList("companies", List.copyOf(companies))
                .mapTo(String.class)
                .list();
    }

    @Override
    public void giveBack(Collection<String> companies) {
        for (String company : companies) {
            handle.createUpdate(
                            "UPDATE company_lease SET node = '', until = 0 WHERE company = :company AND node = :node")
                    .bind("company", company)
                    .bind("node", me().node())
                    .execute();
        }
    }

    @Override
    public void require(String company) {
        if (membership.isEmpty()) {
            return;
        }
        long left = handle.createQuery(
                        "SELECT until - " + NOW + " FROM company_lease WHERE company = :company AND node = :node")
                .bind("company", company)
                .bind("node", me().node())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        if (left <= 0) {
            throw new LeaseLostException(company);
        }
        // what is begun now must be over before anybody else can have the company
        if (left <= me().longestStep().toMillis()) {
            handle.createUpdate("UPDATE company_lease SET until = " + NOW
                            + " + :lease WHERE company = :company AND node = :node")
                    .bind("lease", me().lease().toMillis())
                    .bind("company", company)
                    .bind("node", me().node())
                    .execute();
        }
    }
}
