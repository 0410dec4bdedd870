package io.github.komaseconnect.relation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * How a file looked at one moment; equal looks mean that nothing was written in between.
 *
 * @param size in bytes
 * @param modified time of last modification, which a copy may take over from its original
 * @param changed the latest of all times that the file system keeps; no copy can set it back where it is kept (Unix)
 */
record FileLook(long size, Instant modified, Instant changed) {
    private static final String UNIX = "unix";

    /**
     * Looks at a file.
     *
     * @throws java.nio.file.NoSuchFileException when it is not there
     */
    static FileLook at(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("not a file");
        }
        FileTime status = file.getFileSystem().supportedFileAttributeViews().contains(UNIX)
                ? (FileTime) Files.getAttribute(file, UNIX + ":ctime")
                : attributes.creationTime();
        Instant changed = Stream.of(status, attributes.lastModifiedTime())
                .map(FileTime::toInstant)
                .max(Instant::compareTo)
                .orElseThrow();
        return new FileLook(attributes.size(), attributes.lastModifiedTime().toInstant(), changed);
    }
}
