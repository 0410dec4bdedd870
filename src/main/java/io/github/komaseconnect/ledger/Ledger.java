package io.github.komaseconnect.ledger;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The durable record of every invoice: what is written here survives a crash of program and machine. All access goes
 * through transactions; what a transaction wrote is on disk when {@code inTransaction} returns.
 */
public interface Ledger extends AutoCloseable {
    /**
     * Runs {@code work} in one transaction and commits it; any exception rolls it back. Transactions must be short and must
     * not wait for anything else: the work may be carried out by another thread, and committed
     * together with that of others.
     *
     * @throws LedgerUnavailableException when the database cannot be reached or written; nothing was changed
     */
    <T> T inTransaction(Function<Books, T> work);

    /**
     * Runs {@code work} that only reads, on what is committed; what it sees belongs together. It waits for nobody who
     * writes and keeps nobody from writing, so what it saw may have changed when it returns.
     *
     * @throws LedgerUnavailableException when the database cannot be reached, or {@code work} writes
     */
    <T> T reading(Function<Books, T> work);

    /**
     * Has {@code work} done within a moment, before whatever is given after it and together with that; does not wait for
     * it, and a crash may lose it. Only for what is found out anew after a crash, such as that a file was moved.
     */
    void soon(Consumer<Books> work);

    /** {@link #inTransaction} for work without a result. */
    default void record(Consumer<Books> work) {
        inTransaction(books -> {
            work.accept(books);
            return Boolean.TRUE;
        });
    }

    @Override
    void close();

    /** The books of the ledger, within one transaction. */
    interface Books {
        Invoices invoices();

        Deliveries deliveries();

        Events events();

        Receipts receipts();

        Pauses pauses();

        WorkOrders orders();

        Reachings reachings();

        Payloads payloads();

        Alarms alarms();

        Watching watching();

        FolderMarks folderMarks();

        Following following();

        ForeignDocuments foreignDocuments();

        Leases leases();

        Responses responses();

        HookEvents hooks();

        Bounces bounces();

        PrintJobs printJobs();

        Remarks remarks();
    }
}
