package io.github.komaseconnect.relation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells by successive looks whether a file is being left alone. Not thread-safe. */
final class LookHistory {
    private final Duration settle;
    private Optional<FileLook> last = Optional.empty();
    private Instant since = Instant.MIN;

    LookHistory(Duration settle) {
        this.settle = settle;
    }

    /** Takes note of a look; true when nothing was written for the settle time, by our own looks or the file's times. */
    boolean isSettled(FileLook look, Instant now) {
        if (!last.equals(Optional.of(look)) || now.isBefore(since)) {
            last = Optional.of(look);
            since = now;
        }
        return isPast(since, now) || isPast(look.changed(), now);
    }

    /** The file could not be seen: earlier looks prove nothing any more. */
    void forget() {
        last = Optional.empty();
    }

    boolean isPast(Instant moment, Instant now) {
        return !moment.plus(settle).isAfter(now);
    }
}
