package io.github.komaseconnect.ledger.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.github.komaseconnect.ledger.Alarms;
import io.github.komaseconnect.ledger.Bounces;
import io.github.komaseconnect.ledger.Deliveries;
import io.github.komaseconnect.ledger.Events;
import io.github.komaseconnect.ledger.FolderMarks;
import io.github.komaseconnect.ledger.Following;
import io.github.komaseconnect.ledger.ForeignDocuments;
import io.github.komaseconnect.ledger.HookEvents;
import io.github.komaseconnect.ledger.Invoices;
import io.github.komaseconnect.ledger.Leases;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.Pauses;
import io.github.komaseconnect.ledger.Payloads;
import io.github.komaseconnect.ledger.PrintJobs;
import io.github.komaseconnect.ledger.Reachings;
import io.github.komaseconnect.ledger.Receipts;
import io.github.komaseconnect.ledger.Remarks;
import io.github.komaseconnect.ledger.Responses;
import io.github.komaseconnect.ledger.Watching;
import io.github.komaseconnect.ledger.WorkOrders;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ledger in SQLite or PostgreSQL; open one with {@link LedgerDatabase}. */
public final class SqlLedger implements Ledger {
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Writer writer;
    private final Readers readers;
    private final Clock clock;
    private final String version;
    private final Optional<String> oneAtATime;
    private final Optional<Membership> membership;

    /**
     * @param writing connections for transactions that change something; one is used
     * @param reading connections for those that do not
     * @param oneAtATime statement by which a transaction waits for its turn; empty when the database sees to it
     * @param membership this runtime as one of several; empty when it is alone, or a command
     */
    SqlLedger(
            HikariDataSource writing,
            HikariDataSource reading,
            Clock clock,
            String version,
            Optional<String> oneAtATime,
            Optional<Membership> membership) {
        this.writing = writing;
        this.reading = reading;
        this.writer = new Writer(
                Jdbi.create(writing).setStatementBuilderFactory(connection -> new KeptStatements()), oneAtATime);
        this.readers = new Readers(
                Jdbi.create(reading).setStatementBuilderFactory(connection -> new KeptStatements()),
                reading.getMaximumPoolSize());
        this.clock = clock;
        this.version = version;
        this.oneAtATime = oneAtATime;
        this.membership = membership;
    }

    @Override
    public <T> T inTransaction(Function<Books, T> work) {
        return writer.write(handle -> work.apply(new SqlBooks(handle)));
    }

    @Override
    public <T> T reading(Function<Books, T> work) {
        Optional<Handle> within = writer.current();
        if (within.isPresent()) {
            return work.apply(new SqlBooks(within.get()));
        }
        return readers.read(handle -> work.apply(new SqlBooks(handle)));
    }

    @Override
    public void soon(Consumer<Books> work) {
        writer.soon(handle -> work.accept(new SqlBooks(handle)));
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        writing.close();
        reading.close();
    }

    private final class SqlBooks implements Books {
        private final Handle handle;
        private final Leases leases;
        private final Fence fence;

        SqlBooks(Handle handle) {
            this.handle = handle;
            this.leases = oneAtATime.isPresent() ? new SqlLeases(handle, membership, version) : new SoleNode();
            this.fence = new Fence(handle, leases);
        }

        @Override
        public Invoices invoices() {
            return new FencedInvoices(new SqlInvoices(handle, clock, version), fence);
        }

        @Override
        public Deliveries deliveries() {
            String node = membership.map(Membership::node).orElse("");
            return new FencedDeliveries(new SqlDeliveries(handle, clock, version, node), fence);
        }

        @Override
        public Events events() {
            return new SqlEvents(handle, clock, version);
        }

        @Override
        public Receipts receipts() {
            return new FencedReceipts(new SqlReceipts(handle), fence);
        }

        @Override
        public Pauses pauses() {
            return new SqlPauses(handle, clock);
        }

        @Override
        public WorkOrders orders() {
            return new SqlWorkOrders(handle, clock);
        }

        @Override
        public Payloads payloads() {
            return new SqlPayloads(handle, clock, fence);
        }

        @Override
        public Reachings reachings() {
            return new SqlReachings(handle);
        }

        @Override
        public Alarms alarms() {
            return new SqlAlarms(handle, clock);
        }

        @Override
        public Watching watching() {
            return new SqlWatching(handle, clock, fence);
        }

        @Override
        public FolderMarks folderMarks() {
            return new SqlFolderMarks(handle, clock);
        }

        @Override
        public Responses responses() {
            String node = membership.map(Membership::node).orElse("");
            return new SqlResponses(handle, clock, version, node, fence);
        }

        @Override
        public Following following() {
            return new SqlFollowing(handle, clock, fence);
        }

        @Override
        public ForeignDocuments foreignDocuments() {
            return new SqlForeignDocuments(handle, clock, fence);
        }

        @Override
        public Leases leases() {
            return leases;
        }

        @Override
        public Bounces bounces() {
            return new SqlBounces(handle, clock, fence);
        }

        @Override
        public HookEvents hooks() {
            return new SqlHookEvents(handle, clock, version, fence);
        }

        @Override
        public PrintJobs printJobs() {
            return new SqlPrintJobs(handle, clock, version, fence);
        }

        @Override
        public Remarks remarks() {
            return new SqlRemarks(handle, clock, version, fence);
        }
    }
}
