package io.github.komaseconnect.watch;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Watching.LongestWaits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** For tests of other packages: the watch over the clock as it looks at a start, and while the program runs. */
public final class ClockWatches {
    private ClockWatches() {}

    /** Looks as at a start. */
    public static void look(Ledger ledger, Clock clock) {
        Duration longest = Duration.ofHours(1);
        new ClockWatch(
                        ledger,
                        company -> true,
                        new LongestWaits(longest, longest, longest),
                        clock,
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .look();
    }
}
