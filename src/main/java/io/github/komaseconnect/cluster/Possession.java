package io.github.komaseconnect.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Until when this node may count on a company, measured here, from before the database was asked: it ends before the
 * lease does. Both the machine's monotonic and its wall clock must agree, since the first stands still while some
 * machines sleep and the second can be set back.
 */
final class Possession {
    private static final int DRIFT_PERCENT = 1;

    private final LongSupplier nanos;
    private final Clock clock;
    private final long sinceNanos;
    private final Instant since;
    private final Duration term;

    /** Begins now, which is before the database is asked for a lease of {@code lease}. */
    static Possession begun(LongSupplier nanos, Clock clock, Duration lease) {
        return new Possession(
                nanos, clock, lease.multipliedBy(100 - DRIFT_PERCENT).dividedBy(100));
    }

    private Possession(LongSupplier nanos, Clock clock, Duration term) {
        this.nanos = nanos;
        this.clock = clock;
        this.sinceNanos = nanos.getAsLong();
        this.since = clock.instant();
        this.term = term;
    }

    boolean lasts() {
        return age().compareTo(term) < 0;
    }

    /** How long ago it was said. */
    Duration age() {
        Duration monotonic = Duration.ofNanos(nanos.getAsLong() - sinceNanos);
        Duration wall = Duration.between(since, clock.instant());
        return monotonic.compareTo(wall) > 0 ? monotonic : wall;
    }
}
