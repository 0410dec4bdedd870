package io.github.komaseconnect.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits until something holds, looking now and then. */
final class Condition {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Condition() {}

    /**
     * Waits.
     *
     * @return whether it held within {@code patience}
     * @throws IllegalStateException when looking failed
     */
    static boolean holdsWithin(Duration patience, BooleanSupplier holds) throws InterruptedException {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        ScheduledExecutorService looks =
                Executors.newSingleThreadScheduledExecutor(runnable -> new Thread(runnable, "demo-looks"));
        try {
            looks.scheduleWithFixedDelay(
                    () -> {
                        try {
                            if (holds.getAsBoolean()) {
                                seen.complete(true);
                            }
                        } catch (RuntimeException e) {
                            seen.completeExceptionally(e);
                        }
                    },
                    0,
                    BETWEEN_LOOKS.toMillis(),
                    TimeUnit.MILLISECONDS);
            return seen.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notInTime) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            looks.shutdownNow();
        }
    }
}
