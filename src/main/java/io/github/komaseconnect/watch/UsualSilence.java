package io.github.komaseconnect.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a company may receive nothing before that is strange: twice the longest silence of the last 90 days, and never less
 * than what is set; both in working time. Who received little, or only lately, has nothing usual yet.
 */
final class UsualSilence {
    /** How far back it looks. */
    static final Duration HISTORY = Duration.ofDays(90);

    private static final Duration LONG_ENOUGH = Duration.ofDays(30);
    private static final int ENOUGH_TIMES = 8;
    private static final int FACTOR = 2;

    private UsualSilence() {}

    /**
     * The working time after which silence is strange.
     *
     * @param received when something was received within {@link #HISTORY}, oldest first
     * @return empty when nothing is usual
     */
    static Optional<Duration> longest(List<Instant> received, Duration atLeast) {
        if (received.size() < ENOUGH_TIMES
                || Duration.between(received.get(0), received.get(received.size() - 1))
                                .compareTo(LONG_ENOUGH)
                        < 0) {
            return Optional.empty();
        }
        Duration longest = atLeast;
        for (int i = 1; i < received.size(); i++) {
            Duration strange =
                    WorkingTime.between(received.get(i - 1), received.get(i)).multipliedBy(FACTOR);
            longest = strange.compareTo(longest) > 0 ? strange : longest;
        }
        return Optional.of(longest);
    }
}
