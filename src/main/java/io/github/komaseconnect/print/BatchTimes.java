package io.github.komaseconnect.print;

import io.github.komaseconnect.reason.DutchTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** When the daily print is, in the time of the Netherlands. */
final class BatchTimes {
    private BatchTimes() {}

    /**
     * The next moment after {@code now}. A time that the clock leaves out in spring comes as much later; one that it has twice in
     * autumn counts the first time.
     */
    static Instant next(LocalTime at, Instant now) {
        LocalDate today = DutchTime.date(now);
        Instant moment = today.atTime(at).atZone(DutchTime.ZONE).toInstant();
        return moment.isAfter(now)
                ? moment
                : today.plusDays(1).atTime(at).atZone(DutchTime.ZONE).toInstant();
    }
}
