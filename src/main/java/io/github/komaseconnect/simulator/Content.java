package io.github.komaseconnect.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bytes that lie in memory when they are few and in the simulator's spool file when they are many. */
public interface Content {
    /** How many bytes. */
    long size();

    /** The bytes from the start; may be called more than once. Unusable once the simulator is closed. */
    InputStream open();

    /** The bytes {@code from} (inclusive) to {@code to} (exclusive), without copying them. */
    Content slice(long from, long to);

    /** All bytes at once; only for content known to be small. */
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes as UTF-8 text; only for content known to be small. */
    default String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Writes all bytes to {@code out}, which stays open. */
    default void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }
}
