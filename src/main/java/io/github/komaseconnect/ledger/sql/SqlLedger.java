package io.github.komaseconnect.ledger.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.github.komaseconnect.ledger.Alarms;
import io.github.komaseconnect.ledger.Deliveries;
import io.github.komaseconnect.ledger.Events;
import io.github.komaseconnect.ledger.Invoices;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pauses;
import io.github.komaseconnect.ledger.Receipts;
import io.github.komaseconnect.ledger.WorkOrders;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The ledger in SQLite or PostgreSQL; open one with {@link LedgerDatabase}. */
public final class SqlLedger implements Ledger {
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Writer writer;
    private final Jdbi readers;
    private final Clock clock;
    private final String version;

    /**
     * @param writing connections for transactions that change something; one is used
     * @param reading connections for those that do not
     * @param oneAtATime statement by which a transaction waits for its turn; empty when the database sees to it
     */
    SqlLedger(
            HikariDataSource writing,
            HikariDataSource reading,
            Clock clock,
            String version,
            Optional<String> oneAtATime) {
        this.writing = writing;
        this.reading = reading;
        this.writer = new Writer(
                Jdbi.create(writing).setStatementBuilderFactory(connection -> new KeptStatements()), oneAtATime);
        this.readers = Jdbi.create(reading);
        this.clock = clock;
        this.version = version;
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
        try {
            return readers.inTransaction(handle -> work.apply(new SqlBooks(handle)));
        } catch (JdbiException e) {
            throw Writer.unusable(e);
        }
    }

    @Override
    public void close() {
        writer.close();
        writing.close();
        reading.close();
    }

    private final class SqlBooks implements Books {
        private final Handle handle;

        SqlBooks(Handle handle) {
            this.handle = handle;
        }

        @Override
        public Invoices invoices() {
            return new SqlInvoices(handle, clock, version);
        }

        @Override
        public Deliveries deliveries() {
            return new SqlDeliveries(handle, clock, version);
        }

        @Override
        public Events events() {
            return new SqlEvents(handle, clock, version);
        }

        @Override
        public Receipts receipts() {
            return new SqlReceipts(handle);
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
        public Alarms alarms() {
            return new SqlAlarms(handle, clock);
        }
    }
}
