package io.github.komaseconnect.reason;

import java.time.Duration;
import java.time.Instant;

/** Questions about moments that were written down by a clock that may have been wrong: nothing waits for it to be right. */
public final class DueTime {
    private DueTime() {}

    /**
     * Whether the moment to do something has come: it has passed, or it is farther off than anything is ever put off.
     *
     * @param longest the longest wait that can have been meant
     */
    public static boolean hasCome(Instant due, Instant now, Duration longest) {
        return !due.isAfter(now) || due.isAfter(now.plus(longest));
    }

    /** Whether something was at least so long ago; also when it seems to lie so far in the future. */
    public static boolean isAtLeast(Duration age, Instant moment, Instant now) {
        return Duration.between(moment, now).abs().compareTo(age) >= 0;
    }
}
