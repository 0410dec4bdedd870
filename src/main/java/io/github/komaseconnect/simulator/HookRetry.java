package io.github.komaseconnect.simulator;

import java.time.Duration;

/**
 * How the simulated PSB goes on when a hook cannot be told something.
 *
 * @param first the wait after the first attempt; it doubles with each
 * @param longest no wait is longer
 * @param attempts after so many it is given up
 * @param stamp what {@code sentOn} says
 */
public record HookRetry(Duration first, Duration longest, int attempts, Stamp stamp) {
    /** Which attempt {@code sentOn} tells about. eConnect does not say which; a receiver must bear both. */
    public enum Stamp {
        /** The body stays as it was at the first attempt: after an outage it is days old. */
        FIRST_ATTEMPT,
        /** Each attempt has a body of its own. */
        EACH_ATTEMPT
    }

    /** Ten seconds, doubling up to an hour, for some four days; the body stays as it was. */
    public static HookRetry usual() {
        return new HookRetry(Duration.ofSeconds(10), Duration.ofHours(1), 100, Stamp.FIRST_ATTEMPT);
    }

    /** The same with another first wait. */
    public HookRetry withFirst(Duration wait) {
        return new HookRetry(wait, longest, attempts, stamp);
    }

    /** The same with another number of attempts. */
    public HookRetry withAttempts(int count) {
        return new HookRetry(first, longest, count, stamp);
    }

    /** The same with another stamp. */
    public HookRetry withStamp(Stamp other) {
        return new HookRetry(first, longest, attempts, other);
    }

    /** The wait after this many attempts. */
    Duration after(int attempt) {
        Duration wait = first;
        for (int i = 1; i < attempt && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
