package io.github.komaseconnect.simulator;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One temporary file that holds every document of a simulator, so that thousands of small ones and a few of 100 MB cost
 * no heap. Regions are handed out once and never reused; the file goes when the simulator is closed.
 */
final class Spool implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final AtomicLong end = new AtomicLong();

    Spool() throws IOException {
        Path path = Files.createTempFile("econnect-simulator-", ".spool");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Keeps exactly {@code length} bytes of {@code in}; fewer are an {@link EOFException}. */
    Content store(InputStream in, long length) throws IOException {
        Region region = reserve(length);
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = region.writer()) {
            for (long left = length; left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new EOFException("the body ended " + left + " bytes too early");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
        return region;
    }

    /** Keeps the content, or leaves it where it is when it already lies in this spool. */
    Content store(Content content) {
        if (content instanceof Region region && region.belongsTo(this)) {
            return content;
        }
        try (InputStream in = content.open()) {
            return store(in, content.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place for {@code length} bytes, to be filled through {@link Region#writer()}. */
    Region reserve(long length) {
        return new Region(end.getAndAdd(length), length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A part of the spool file. */
    final class Region implements Content {
        private final long from;
        private final long length;

        private Region(long from, long length) {
            this.from = from;
            this.length = length;
        }

        private boolean belongsTo(Spool spool) {
            return Spool.this == spool;
        }

        /** Writes the region from its start; more bytes than it has are refused. */
        OutputStream writer() {
            return new RegionWriter(from, from + length);
        }

        @Override
        public long size() {
            return length;
        }

        @Override
        public InputStream open() {
            return new BufferedInputStream(new RegionReader(from, from + length), BUFFER);
        }

        @Override
        public Content slice(long start, long to) {
            Objects.checkFromToIndex(start, to, length);
            return new Region(from + start, to - start);
        }
    }

    private final class RegionReader extends InputStream {
        private final long to;
        private long position;

        private RegionReader(long from, long to) {
            this.position = from;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position >= to) {
                return -1;
            }
            int count = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, to - position)), position);
            position += Math.max(count, 0);
            return count;
        }
    }

    private final class RegionWriter extends OutputStream {
        private final long to;
        private long position;

        private RegionWriter(long from, long to) {
            this.position = from;
            this.to = to;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (position + length > to) {
                throw new IOException("more bytes than were reserved");
            }
            ByteBuffer buffer = ByteBuffer.wrap(source, offset, length);
            while (buffer.hasRemaining()) {
                position += file.write(buffer, position);
            }
        }
    }
}
