package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.LedgerUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Carries out transactions one after another over one connection, and commits those of several threads together: a
 * commit waits for the disk, and while it does, others gather for the next one. Each caller hears of its own work only
 * after the commit that made it durable; work that fails takes nothing of the others with it.
 *
 * <p>There is no thread of its own: whoever finds nobody at work carries out all that is waiting.
 */
final class Writer implements AutoCloseable {
    private static final int MOST_TOGETHER = 128;
    private static final String SAVEPOINT = "one_of_several";

    private final Jdbi jdbi;
    private final Optional<String> turn;
    private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean atWork = new AtomicBoolean();
    /** Kept open, so that statements stay prepared; used only by the thread that is at work. */
    private Optional<Handle> connection = Optional.empty();
    /** The thread that is carrying out transactions; none between them. */
    private volatile Thread worker;

    /** @param turn statement by which a transaction waits for its turn among several programs */
    Writer(Jdbi jdbi, Optional<String> turn) {
        this.jdbi = jdbi;
        this.turn = turn;
    }

    /**
     * Carries out {@code action} in a transaction and returns when it is committed. Within another one, it is part of
     * that.
     *
     * @throws LedgerUnavailableException when the database could not be used
     */
    <T> T write(Function<Handle, T> action) {
        Optional<Handle> within = current();
        if (within.isPresent()) {
            return action.apply(within.get());
        }
        Work<T> mine = new Work<>(action, Thread.currentThread());
        waiting.add(mine);
        boolean interrupted = false;
        while (!mine.isSettled()) {
            if (atWork.compareAndSet(false, true)) {
                try {
                    carryOutWaiting();
                } finally {
                    atWork.set(false);
                    wakeNext();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.result();
    }

    /** The transaction that this thread is carrying out, if it is. */
    Optional<Handle> current() {
        return worker == Thread.currentThread() ? connection : Optional.empty();
    }

    private void wakeNext() {
        Work<?> next = waiting.peek();
        if (next != null) {
            next.wake();
        }
    }

    private void carryOutWaiting() {
        List<Work<?>> batch = new ArrayList<>();
        for (Work<?> work = waiting.poll(); work != null; work = waiting.poll()) {
            batch.add(work);
            if (batch.size() == MOST_TOGETHER) {
                break;
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            Handle handle = connected();
            worker = Thread.currentThread();
            handle.begin();
            turn.ifPresent(handle::execute);
            carryOut(batch, handle);
            handle.commit();
        } catch (JdbiException e) {
            disconnect();
            batch.forEach(work -> work.failed(unusable(e)));
        } catch (RuntimeException | Error e) {
            disconnect();
            batch.forEach(work -> work.failed(e));
        } finally {
            worker = null;
            batch.forEach(Work::settle);
        }
    }

    private static void carryOut(List<Work<?>> batch, Handle handle) {
        for (Work<?> work : batch) {
            handle.savepoint(SAVEPOINT);
            if (work.succeeds(handle)) {
                handle.releaseSavepoint(SAVEPOINT);
            } else {
                handle.rollbackToSavepoint(SAVEPOINT);
            }
        }
    }

    private Handle connected() {
        Handle handle = connection.orElseGet(jdbi::open);
        connection = Optional.of(handle);
        return handle;
    }

    /** A connection that failed is not used again; its transaction is rolled back, here or by the database. */
    private void disconnect() {
        Optional<Handle> failed = connection;
        connection = Optional.empty();
        try {
            failed.ifPresent(Handle::close);
        } catch (RuntimeException alreadyBroken) {
            // closing what is broken tells nothing new: the failure itself goes to the callers
        }
    }

    static LedgerUnavailableException unusable(JdbiException e) {
        return new LedgerUnavailableException("The ledger could not be written or read: " + e.getMessage(), e);
    }

    /** Waits for what is being carried out, then gives the connection back. */
    @Override
    public void close() {
        while (!atWork.compareAndSet(false, true)) {
            LockSupport.parkNanos(this, 1_000_000);
        }
        try {
            disconnect();
        } finally {
            atWork.set(false);
            wakeNext();
        }
    }

    /** One caller's work and what came of it. */
    private static final class Work<T> {
        private final Function<Handle, T> action;
        private final Thread caller;
        private Optional<T> result = Optional.empty();
        private Optional<Throwable> failure = Optional.empty();
        private volatile boolean settled;

        Work(Function<Handle, T> action, Thread caller) {
            this.action = action;
            this.caller = caller;
        }

        /** Carries it out; its own failure is its caller's, and nobody else's. */
        boolean succeeds(Handle handle) {
            try {
                result = Optional.of(action.apply(handle));
                return true;
            } catch (JdbiException e) {
                failed(unusable(e));
            } catch (RuntimeException e) {
                failed(e);
            }
            return false;
        }

        /** What failed first stays what its caller hears. */
        void failed(Throwable why) {
            if (failure.isEmpty()) {
                failure = Optional.of(why);
            }
        }

        void settle() {
            settled = true;
            wake();
        }

        void wake() {
            LockSupport.unpark(caller);
        }

        boolean isSettled() {
            return settled;
        }

        T result() {
            if (failure.isPresent()) {
                Throwable why = failure.get();
                if (why instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) why;
            }
            return result.orElseThrow();
        }
    }
}
