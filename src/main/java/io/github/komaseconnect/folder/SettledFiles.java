package io.github.komaseconnect.folder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which files are complete: size and time must stay the same between our own looks for a while, since a file copied
 * from Windows has an old date while it is still being written.
 */
public final class SettledFiles {
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final Duration settle;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(long size, long modified, Instant unchangedSince, Instant lastLook) {
        boolean isSame(long nowSize, long nowModified) {
            return size == nowSize && modified == nowModified;
        }
    }

    /** Files are complete after {@code settle}; {@code clock} should be one that does not jump. */
    public SettledFiles(Duration settle, Clock clock) {
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * Looks once more at a file as it is now.
     *
     * @return for how long it is known to be unchanged; empty while that is shorter than it takes to settle
     */
    public Optional<Duration> unchangedFor(Path file, long size, long modified) {
        Instant now = clock.instant();
        Seen current = seen.compute(file, (path, before) -> {
            boolean clockWentBack = before != null && now.isBefore(before.unchangedSince());
            return before == null || clockWentBack || !before.isSame(size, modified)
                    ? new Seen(size, modified, now, now)
                    : new Seen(size, modified, before.unchangedSince(), now);
        });
        return Optional.of(Duration.between(current.unchangedSince(), now)).filter(this::isLongEnough);
    }

    /** Whether a file that was found complete still looks as it did then. */
    public boolean isStill(Path file, long size, long modified) {
        Seen known = seen.get(file);
        return known != null
                && known.isSame(size, modified)
                && isLongEnough(Duration.between(known.unchangedSince(), known.lastLook()));
    }

    private boolean isLongEnough(Duration unchanged) {
        return unchanged.compareTo(settle) >= 0;
    }

    /** A file was taken: the next one of that name is another file. */
    public void taken(Path file) {
        seen.remove(file);
    }

    /** Forgets files not seen for a while, so that memory does not grow with the names that people use. */
    public void tidy() {
        Instant old = clock.instant().minus(FORGET_AFTER);
        seen.values().removeIf(file -> file.lastLook().isBefore(old));
    }
}
