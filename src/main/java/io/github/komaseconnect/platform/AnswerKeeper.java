package io.github.komaseconnect.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The step of the route that brings an answer, however large, from the connection into the caller's file; the body of the
 * message is that {@link java.io.File} afterwards. It has to be done within the route: the connection goes back to the
 * pool when the route ends. One that does not end is broken off, before it fills the disk.
 */
public final class AnswerKeeper implements Processor {
    /** Exchange property with the {@link Path} that takes the answer. */
    static final String FILE = "econnectAnswerFile";

    /** Exchange property: {@code true} once the whole answer is there. */
    static final String KEPT = "econnectAnswerKept";

    private final long mostBytes;

    /** For answers of 1 GB at most; a document of 500 MB fits in, base64 and all. */
    public AnswerKeeper() {
        this(1L << 30);
    }

    AnswerKeeper(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Path file = exchange.getProperty(FILE, Path.class);
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            keep(body == null ? InputStream.nullInputStream() : new Bounded(body, mostBytes), file);
        }
        exchange.getMessage().setBody(file.toFile());
        exchange.setProperty(KEPT, true);
    }

    /** Into the file that is there: to replace it would cost a file made and one removed with every answer. */
    private static void keep(InputStream body, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() > 0) {
                channel.truncate(0);
            }
            body.transferTo(Channels.newOutputStream(channel));
        }
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long mostBytes) {
            super(in);
            this.left = mostBytes;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("The answer is larger than any answer should be");
            }
            return read;
        }
    }
}
