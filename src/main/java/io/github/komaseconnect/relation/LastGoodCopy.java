package io.github.komaseconnect.relation;

import io.github.komaseconnect.folder.SureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The copy of the last good relation file, so that it survives a restart; written whole or not at all. */
final class LastGoodCopy {
    private final Path file;

    LastGoodCopy(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** The bytes kept; empty when there are none or they cannot be read. */
    Optional<byte[]> read() {
        try {
            return Optional.of(RelationFile.bytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps the bytes: on disk before the old ones are gone. */
    void keep(byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        SureFile.write(file, content);
    }
}
