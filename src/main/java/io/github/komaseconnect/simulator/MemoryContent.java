package io.github.komaseconnect.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A part of a byte array. */
final class MemoryContent implements Content {
    private final byte[] bytes;
    private final int from;
    private final int length;

    MemoryContent(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private MemoryContent(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    static MemoryContent of(String text) {
        return new MemoryContent(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes, from, length);
    }

    @Override
    public Content slice(long start, long end) {
        Objects.checkFromToIndex(start, end, (long) length);
        return new MemoryContent(bytes, from + (int) start, (int) (end - start));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, from, length);
    }
}
