package io.github.komaseconnect.sales;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does the same with several files at a time: each waits for the disk, and they may as well wait together. */
public final class Hands {
    private static final int COUNT = 8;

    private final ExecutorService threads;

    /** A few; they go when there is nothing to do for a while, and come back. */
    public Hands() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(COUNT, COUNT, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "hands");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    /** What is to be done with one. */
    @FunctionalInterface
    interface Step<A, B> {
        B apply(A one) throws IOException;
    }

    /**
     * What {@code step} gives for each, in their order.
     *
     * @throws IOException that of the first for which it failed; all others were done or failed by then as well
     */
    <A, B> List<B> each(List<A> all, Step<A, B> step) throws IOException {
        if (all.size() == 1) {
            return List.of(step.apply(all.get(0)));
        }
        List<Future<B>> futures = new ArrayList<>();
        all.forEach(one -> futures.add(threads.submit(() -> step.apply(one))));
        List<B> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<B> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while files were being read or kept");
            }
        }
        if (!failures.isEmpty()) {
            throw thrown(failures.get(0));
        }
        return results;
    }

    private static IOException thrown(Throwable failure) {
        if (failure instanceof IOException io) {
            return io;
        }
        if (failure instanceof UncheckedIOException io) {
            return io.getCause();
        }
        if (failure instanceof RuntimeException other) {
            throw other;
        }
        throw (Error) failure;
    }

    /** For steps of a route that are done in the same way. */
    public ExecutorService threads() {
        return threads;
    }
}
