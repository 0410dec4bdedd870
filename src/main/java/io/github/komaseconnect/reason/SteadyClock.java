package io.github.komaseconnect.reason;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that goes on evenly from where it was started, whatever happens to the clock of the computer: for waits that begin
 * and end within one run of the program, such as how long a file must stay the same. It stands still while the computer
 * sleeps, and tells no moment that means anything outside of the program.
 */
public final class SteadyClock extends Clock {
    private final Instant start;
    private final LongSupplier nanos;
    private final long begun;

    private SteadyClock(Instant start, LongSupplier nanos) {
        this.start = start;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** One that starts at what {@code clock} says now. */
    public static SteadyClock startingAt(Clock clock) {
        return new SteadyClock(clock.instant(), System::nanoTime);
    }

    /** One that starts at {@code start} and counts by {@code nanos}. */
    public static SteadyClock counting(Instant start, LongSupplier nanos) {
        return new SteadyClock(start, nanos);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - begun);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock: it knows no zones. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
