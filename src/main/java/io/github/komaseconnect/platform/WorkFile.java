package io.github.komaseconnect.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file for the time of one call; gone afterwards, unless it was moved away. */
public record WorkFile(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFile.class);

    /** A new, empty one in this folder, which is made if need be. */
    public static WorkFile in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        return new WorkFile(Files.createTempFile(folder, "econnect-", ".tmp"));
    }

    /** Never throws: what the call brought is known by now, and a file that stays behind changes nothing about it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("A temporary file could not be removed: {}", path, e);
        }
    }
}
