package io.github.komaseconnect.folder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which files are complete: size and time must stay the same between our own looks for a while, since a file that
 * is being copied may have an old date.
 */
public final class SettledFiles {
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final Duration settle;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(long size, long modified, Instant unchangedSince, Instant lastLook) {}

    /** Files are complete after {@code settle}; {@code clock} should be one that does not jump. */
    public SettledFiles(Duration settle, Clock clock) {
        this.settle = settle;
        this.clock = clock;
    }

    /** Looks once more at a file as it is now; whether it is known to be unchanged for long enough. */
    public boolean isSettled(Path file, long size, long modified) {
        Instant now = clock.instant();
        Seen current = seen.compute(file, (path, before) -> {
            boolean clockWentBack = before != null && now.isBefore(before.unchangedSince());
            boolean same = before != null && before.size() == size && before.modified() == modified;
            return same && !clockWentBack
                    ? new Seen(size, modified, before.unchangedSince(), now)
                    : new Seen(size, modified, now, now);
        });
        return Duration.between(current.unchangedSince(), now).compareTo(settle) >= 0;
    }

    /** A file was taken: the next one of that name is another file. Forgets what was not seen for a while, too. */
    public void taken(Path file) {
        seen.remove(file);
        Instant old = clock.instant().minus(FORGET_AFTER);
        seen.values().removeIf(other -> other.lastLook().isBefore(old));
    }
}
