package io.github.komaseconnect.cli;

import io.github.komaseconnect.reason.DutchTime;
import java.time.Instant;

/** Moments as they are typed at the command line. */
final class Moments {
    private Moments() {}

    /**
     * The beginning of a day.
     *
     * @param typed such as {@code 2026-11-01} or {@code 1-11-2026}
     * @throws CommandFailure when it is not a date
     */
    static Instant startOfDay(String typed) {
        return DutchTime.typed(typed)
                .map(DutchTime::startOf)
                .orElseThrow(() -> CommandFailure.usage(
                        typed + " is geen datum; schrijf 2026-11-01 of 1-11-2026.",
                        typed + " is not a date; write 2026-11-01 or 1-11-2026."));
    }
}
