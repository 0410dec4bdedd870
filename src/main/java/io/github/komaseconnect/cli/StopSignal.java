package io.github.komaseconnect.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for SIGTERM or Ctrl-C, and holds the end of the process back until what runs has been closed in the right order:
 * open it first, so that it closes last. Whatever hangs longer than the limit is cut off, which the ledger survives.
 */
final class StopSignal implements AutoCloseable {
    private static final int KILLED_BY_SIGTERM = 143;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Duration limit;
    private final Thread hook = new Thread(this::holdBack, "stop-signal");

    /** Listens from now on. */
    StopSignal(Duration limit) {
        this.limit = limit;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process was asked to stop: what fails from then on fails because of that. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Returns when the process is asked to stop, or this thread is interrupted. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed: the process may end. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // it is running just now, and ends because of what was said above
        }
    }

    private void holdBack() {
        asked.countDown();
        try {
            if (!finished.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(KILLED_BY_SIGTERM);
            }
        } catch (InterruptedException cutOff) {
            Thread.currentThread().interrupt();
        }
    }
}
