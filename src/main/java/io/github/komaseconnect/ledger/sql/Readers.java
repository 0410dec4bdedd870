package io.github.komaseconnect.ledger.sql;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A few connections for reading that stay open, so that their statements stay prepared. */
final class Readers implements AutoCloseable {
    private static final int WAIT_SECONDS = 20;

    private final Jdbi jdbi;
    private final Semaphore places;
    private final Deque<Connected> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** @param most so many read at a time; others wait */
    Readers(Jdbi jdbi, int most) {
        this.jdbi = jdbi;
        this.places = new Semaphore(most);
    }

    /** A connection and when it was last used. */
    record Connected(Handle handle, long usedAt) {
        private static final long TRUSTED_FOR = TimeUnit.SECONDS.toNanos(20);
        private static final int ANSWER_SECONDS = 5;

        static Connected open(Jdbi jdbi) {
            return new Connected(jdbi.open(), System.nanoTime());
        }

        /** One that was idle for a while may have been cut off by the server or something on the way. */
        boolean isAlive() {
            try {
                return System.nanoTime() - usedAt < TRUSTED_FOR
                        || handle.getConnection().isValid(ANSWER_SECONDS);
            } catch (SQLException e) {
                return false;
            }
        }

        void closeQuietly() {
            try {
                handle.close();
            } catch (RuntimeException alreadyBroken) {
                // closing what is broken tells nothing new
            }
        }
    }

    <T> T read(Function<Handle, T> work) {
        Connected connected = take();
        boolean sound = false;
        try {
            connected.handle().begin();
            T result = work.apply(connected.handle());
            connected.handle().commit();
            sound = true;
            return result;
        } catch (JdbiException e) {
            throw Writer.unusable(e);
        } finally {
            giveBack(connected, sound);
        }
    }

    private Connected take() {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Writer.unusable("too many are reading it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Writer.unusable("interrupted");
        }
        boolean taken = false;
        try {
            for (Connected one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
                if (one.isAlive()) {
                    taken = true;
                    return one;
                }
                one.closeQuietly();
            }
            Connected opened = Connected.open(jdbi);
            taken = true;
            return opened;
        } catch (JdbiException e) {
            throw Writer.unusable(e);
        } finally {
            if (!taken) {
                places.release();
            }
        }
    }

    private void giveBack(Connected connected, boolean sound) {
        if (sound && !closed) {
            idle.addFirst(new Connected(connected.handle(), System.nanoTime()));
        } else {
            connected.closeQuietly();
        }
        places.release();
    }

    @Override
    public void close() {
        closed = true;
        for (Connected one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
            one.closeQuietly();
        }
    }
}
