package io.github.komaseconnect.platform;

import io.github.komaseconnect.folder.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file for the time of one call; gone afterwards, unless it was moved away. */
public record WorkFile(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFile.class);

    /** A new, empty one in this folder, which is made if need be. */
    public static WorkFile in(Path folder) throws IOException {
        return new WorkFile(Files.createFile(named(folder).path()));
    }

    /** As {@link #in}, but only its name: nothing is there until something is written, so what reads it must know that. */
    static WorkFile named(Path folder) throws IOException {
        if (!Presence.isFolder(folder)) {
            Files.createDirectories(folder);
        }
        // the folder is this program's alone, so that nobody can guess a name and be there first
        String name = "econnect-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp";
        return new WorkFile(folder.resolve(name));
    }

    /** Never throws: what the call brought is known by now, and a file that stays behind changes nothing about it. */
    @Override
    public void close() {
        try {
            if (Presence.isThere(path)) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("A temporary file could not be removed: {}", path, e);
        }
    }
}
