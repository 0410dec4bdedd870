package io.github.komaseconnect.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Temporary. */
public final class AtomicFile {
    private AtomicFile() {}

    public static void copy(Path source, Path target) throws IOException {
        Files.copy(source, target);
    }

    public static void write(Path target, byte[] content) throws IOException {
        Files.write(target, content);
    }

    public static void move(Path source, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new java.nio.file.FileAlreadyExistsException(target.toString());
        }
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
