package io.github.komaseconnect.econnect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * What time it is at eConnect, as its answers say. The clock of this machine may be wrong by hours, or be set right in
 * the middle of the work; what is looked up at eConnect by time must not depend on it.
 *
 * <p>Between two answers the time is counted by ticks that nobody can set. They may stand still while a machine sleeps:
 * the time given is then too early, never too late.
 */
public final class ServerTime {
    private final Clock clock;
    private final LongSupplier nanoseconds;
    private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());

    private record Seen(Instant there, long ticks) {}

    /** With the clock of this machine, and ticks in nanoseconds such as {@code System::nanoTime}. */
    public ServerTime(Clock clock, LongSupplier nanoseconds) {
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** An answer came that says what time it is there. */
    public void saw(Instant there) {
        last.set(Optional.of(new Seen(there, nanoseconds.getAsLong())));
    }

    /** The time there; empty as long as no answer said so. */
    public Optional<Instant> now() {
        return last.get().map(seen -> seen.there().plusNanos(nanoseconds.getAsLong() - seen.ticks()));
    }

    /** The earlier of the time here and there: what is sent now is not dated before this by either. */
    public Instant earliestNow() {
        Instant here = clock.instant();
        return now().filter(there -> there.isBefore(here)).orElse(here);
    }

    /** How far the clock here is ahead of the one there; negative when it is behind. */
    public Optional<Duration> ahead() {
        return now().map(there -> Duration.between(there, clock.instant()));
    }
}
