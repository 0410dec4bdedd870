package io.github.komaseconnect.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A few threads that look after companies, one task for a company at a time. A task that takes long, such as one on a
 * network folder that does not answer, gets a thread of its own so to speak: another one takes its place, so that no
 * company waits for the folders of others.
 */
final class Crew implements AutoCloseable {
    private static final int USUAL = 4;
    private static final int MOST = 256;
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Clock clock;
    private final Consumer<RuntimeException> failed;
    private final ThreadPoolExecutor threads;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    /** A crew whose threads have this name; {@code failed} is told of a task that failed. */
    Crew(String name, Clock clock, Consumer<RuntimeException> failed) {
        this.failed = failed;
        this.clock = clock;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                USUAL,
                USUAL,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Has something done for a company, unless something is being done for it already. */
    void attend(String company, Runnable task) {
        if (busy.add(company)) {
            threads.execute(() -> {
                begun.put(company, clock.millis());
                try {
                    task.run();
                } catch (RuntimeException e) {
                    failed.accept(e);
                } finally {
                    begun.remove(company);
                    busy.remove(company);
                }
            });
        }
    }

    /** Whether something is being done for a company, or soon will be. */
    boolean isBusy(String company) {
        return busy.contains(company);
    }

    /** To be called now and then: puts a thread in the place of each that is held up. */
    void relieve() {
        long before = clock.millis() - LONG.toMillis();
        int heldUp =
                (int) begun.values().stream().filter(since -> since < before).count();
        int wanted = Math.min(USUAL + heldUp, MOST);
        if (wanted > threads.getMaximumPoolSize()) {
            threads.setMaximumPoolSize(wanted);
            threads.setCorePoolSize(wanted);
        } else if (wanted < threads.getCorePoolSize()) {
            threads.setCorePoolSize(wanted);
            threads.setMaximumPoolSize(wanted);
        }
    }

    /** Takes nothing more; waits for nobody, since a folder that does not answer may never do so. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
