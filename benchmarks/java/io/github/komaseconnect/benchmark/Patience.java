package io.github.komaseconnect.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for the end of a round without taking part in the work. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long SHORTEST_NANOS = Duration.ofMillis(10).toNanos();
    private static final long LONGEST_NANOS = Duration.ofMillis(500).toNanos();

    private Patience() {}

    /** Something that is so or not yet. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException;
    }

    /** Something that grows. */
    @FunctionalInterface
    public interface Progress {
        long now() throws IOException;
    }

    /** Looks every 10 ms; only for what costs next to nothing to look at. */
    public static void await(String what, Condition condition) throws IOException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            rest(what, start, SHORTEST_NANOS);
        }
    }

    /**
     * Looks at something that costs time to look at: seldom while much is missing, often when the end is near.
     *
     * @param start of the work, as {@link System#nanoTime()} has it
     */
    public static void awaitCount(String what, long start, long expected, Progress progress) throws IOException {
        long count = progress.now();
        while (count < expected) {
            long elapsed = System.nanoTime() - start;
            long expectedToTake = count == 0 ? LONGEST_NANOS : elapsed / count * (expected - count);
            rest(what, start, Math.max(SHORTEST_NANOS, Math.min(LONGEST_NANOS, expectedToTake / 3)));
            count = progress.now();
        }
    }

    /** Waits for so long. */
    public static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void rest(String what, long start, long nanos) {
        if (System.nanoTime() - start > LONGEST.toNanos()) {
            throw new IllegalStateException("after " + LONGEST + " still waiting for " + what);
        }
        LockSupport.parkNanos(nanos);
    }
}
