package io.github.komaseconnect.delivery;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import java.time.Duration;
import java.time.Instant;

/**
 * The one retry policy: waits longer after every failure, and gives up after a while.
 *
 * @param first wait after the first failure
 * @param multiplier how much longer each next wait is
 * @param longest no wait is longer
 * @param giveUpAfter from the first failure in a row
 */
public record RetryPolicy(Duration first, double multiplier, Duration longest, Duration giveUpAfter) {
    private static final int ENOUGH_FAILURES = 5;

    /** The policy of {@code delivery.retry.*}. */
    public static RetryPolicy of(DeliverySettings settings) {
        return new RetryPolicy(
                settings.retryFirst(), settings.retryMultiplier(), settings.retryMaxDelay(), settings.giveUpAfter());
    }

    /** How long to wait after the {@code failures}-th failure in a row (from 1). */
    public Duration delay(int failures) {
        double millis = first.toMillis() * Math.pow(multiplier, Math.max(0, failures - 1));
        return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
    }

    /** Whether it has failed long enough to leave it to a person. */
    public boolean isTimeToGiveUp(Instant failingSince, Instant now) {
        return Duration.between(failingSince, now).compareTo(giveUpAfter) >= 0;
    }

    /**
     * The same for what counts its failures: a computer that slept, or a clock that was wrong, made the time seem long
     * while hardly anything was tried.
     *
     * @param failures in a row, this one included
     */
    public boolean isTimeToGiveUp(Instant failingSince, Instant now, int failures) {
        return failures >= leastFailures() && isTimeToGiveUp(failingSince, now);
    }

    /** As many as there are in that time, but not more than a few. */
    private int leastFailures() {
        int failures = 1;
        Duration passed = Duration.ZERO;
        while (failures < ENOUGH_FAILURES && passed.compareTo(giveUpAfter) < 0) {
            passed = passed.plus(delay(failures));
            failures++;
        }
        return failures;
    }
}
