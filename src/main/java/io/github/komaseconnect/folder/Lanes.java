package io.github.komaseconnect.folder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work by name, each in a thread of its own while it lasts. One that takes too long is waited for no longer, so that a file
 * system that hangs delays nothing else; it is not begun again before it has ended.
 */
public final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long IDLE_SECONDS = 30;

    private final Duration patience;
    private final BiConsumer<String, Exception> failures;
    private final Clock steady;
    private final ExecutorService threads;
    private final Map<String, Instant> busy = new ConcurrentHashMap<>();

    /**
     * Lanes for work that usually takes a moment.
     *
     * @param patience how long one is waited for
     * @param most how many may go on at the same time; beyond that work is left out
     * @param failures is told of what fails, with the name of the work
     * @param steady a clock that does not jump
     */
    public Lanes(Duration patience, int most, BiConsumer<String, Exception> failures, Clock steady) {
        this.patience = patience;
        this.failures = failures;
        this.steady = steady;
        this.threads =
                new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "lane");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Does the work, or leaves it out while it is still going on. Returns when it has ended, or after the patience. */
    public void run(String name, Runnable work) {
        if (busy.putIfAbsent(name, steady.instant()) != null) {
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        try {
            threads.execute(() -> carryOut(name, work, ended));
        } catch (RejectedExecutionException e) {
            busy.remove(name);
            LOG.warn("{} is left out now: too much else does not end, or the program stops", name);
            return;
        }
        try {
            if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{} goes on by itself", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(String name, Runnable work, CountDownLatch ended) {
        try {
            carryOut(name, work);
        } finally {
            ended.countDown();
        }
    }

    private void carryOut(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failures.accept(name, e);
        } finally {
            busy.remove(name);
        }
    }

    /**
     * As {@link #run} for each, one after the other. As long as none takes too long, one thread does them all: most folders
     * answer at once, and to change threads for each of hundreds would cost more than the looks themselves.
     */
    public void runAll(Map<String, Runnable> works) {
        Queue<Map.Entry<String, Runnable>> rest = new ConcurrentLinkedQueue<>(works.entrySet());
        while (!rest.isEmpty()) {
            Row row = new Row(rest);
            try {
                threads.execute(row);
            } catch (RejectedExecutionException e) {
                LOG.warn(
                        "{} are left out now: too much else does not end, or the program stops",
                        rest.stream().map(Map.Entry::getKey).toList());
                return;
            }
            if (!row.awaited()) {
                return;
            }
        }
    }

    /** Works done by one thread, until one of them takes too long; the rest is then for another row. */
    private final class Row implements Runnable {
        private final Queue<Map.Entry<String, Runnable>> rest;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile String current = "";
        private volatile long begunAt = System.nanoTime();
        private volatile boolean left;

        Row(Queue<Map.Entry<String, Runnable>> rest) {
            this.rest = rest;
        }

        @Override
        public void run() {
            try {
                Map.Entry<String, Runnable> next = rest.poll();
                while (next != null) {
                    one(next.getKey(), next.getValue());
                    next = left ? null : rest.poll();
                }
            } finally {
                ended.countDown();
            }
        }

        private void one(String name, Runnable work) {
            if (busy.putIfAbsent(name, steady.instant()) == null) {
                current = name;
                begunAt = System.nanoTime();
                carryOut(name, work);
            }
        }

        /** Waits until all have ended, or one took too long; not when the thread is to end. */
        boolean awaited() {
            try {
                long remaining = patience.toNanos();
                while (remaining > 0 && !ended.await(remaining, TimeUnit.NANOSECONDS)) {
                    remaining = patience.toNanos() - (System.nanoTime() - begunAt);
                }
                if (ended.getCount() > 0) {
                    LOG.debug("{} goes on by itself", current);
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                left = true;
            }
        }
    }

    /** What has been going on for at least so long. */
    public List<String> goingOnFor(Duration time) {
        Instant since = steady.instant().minus(time);
        return busy.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(since))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Begins nothing any more, and interrupts what is going on. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
