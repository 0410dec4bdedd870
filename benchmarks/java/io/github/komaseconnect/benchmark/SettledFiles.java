package io.github.komaseconnect.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settle rule of the program, for the floors: a file is complete when size and time stayed the same between our own
 * looks for long enough.
 */
public final class SettledFiles {
    private final long settleNanos;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    /** @param settle how long a file must stay as it is */
    public SettledFiles(Duration settle) {
        this.settleNanos = settle.toNanos();
    }

    private record Seen(long size, FileTime modified, long since) {}

    /** Looks at a file once more; whether it is complete. One that has gone is not. */
    public boolean isSettled(Path file) {
        long now = System.nanoTime();
        BasicFileAttributes sight;
        try {
            sight = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            seen.remove(file);
            return false;
        }
        Seen current = seen.compute(
                file,
                (path, before) -> before != null
                                && before.size() == sight.size()
                                && before.modified().equals(sight.lastModifiedTime())
                        ? before
                        : new Seen(sight.size(), sight.lastModifiedTime(), now));
        return sight.size() > 0 && now - current.since() >= settleNanos;
    }

    /** The file was taken. */
    public void forget(Path file) {
        seen.remove(file);
    }
}
