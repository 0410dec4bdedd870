package io.github.komaseconnect.ledger.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.github.komaseconnect.ledger.Alarms;
import io.github.komaseconnect.ledger.Deliveries;
import io.github.komaseconnect.ledger.Events;
import io.github.komaseconnect.ledger.FolderMarks;
import io.github.komaseconnect.ledger.Invoices;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Pauses;
import io.github.komaseconnect.ledger.Receipts;
import io.github.komaseconnect.ledger.WorkOrders;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;

/** The ledger in SQLite or PostgreSQL; open one with {@link LedgerDatabase}. */
public final class SqlLedger implements Ledger {
    private final HikariDataSource dataSource;
    private final Jdbi jdbi;
    private final Clock clock;
    private final String version;
    private final Optional<String> oneAtATime;

    /** @param oneAtATime statement by which a transaction waits for its turn; empty when the database sees to it */
    SqlLedger(HikariDataSource dataSource, Clock clock, String version, Optional<String> oneAtATime) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
        this.version = version;
        this.oneAtATime = oneAtATime;
    }

    @Override
    public <T> T inTransaction(Function<Books, T> work) {
        try {
            return jdbi.inTransaction(handle -> {
                oneAtATime.ifPresent(handle::execute);
                return work.apply(new SqlBooks(handle));
            });
        } catch (ConnectionException | TransactionException e) {
            throw new LedgerUnavailableException("The ledger's database cannot be used: " + e.getMessage(), e);
        } catch (JdbiException e) {
            throw new LedgerUnavailableException("The ledger could not be written or read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        dataSource.close();
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

        @Override
        public FolderMarks folderMarks() {
            return new SqlFolderMarks(handle, clock);
        }
    }
}
