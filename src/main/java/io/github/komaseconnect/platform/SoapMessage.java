package io.github.komaseconnect.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A SOAP message ready to go out, in UTF-8. Its length is known beforehand, because eConnect takes no chunked request;
 * what is large comes straight from a file. It may be written more than once. Since it carries the connection keys or the
 * security token, {@link #toString()} shows its length only.
 */
public final class SoapMessage {
    private final byte[] head;
    private final Optional<Path> rest;
    private final long restOffset;
    private final long restLength;

    private SoapMessage(byte[] head, Optional<Path> rest, long restOffset, long restLength) {
        this.head = head;
        this.rest = rest;
        this.restOffset = restOffset;
        this.restLength = restLength;
    }

    /** A message that is in memory as a whole. */
    static SoapMessage of(byte[] bytes) {
        return new SoapMessage(bytes.clone(), Optional.empty(), 0, 0);
    }

    /** A message in memory that begins with {@code head} and goes on with these bytes from {@code offset}. */
    static SoapMessage of(byte[] head, byte[] bytes, int offset) {
        byte[] whole = Arrays.copyOf(head, head.length + bytes.length - offset);
        System.arraycopy(bytes, offset, whole, head.length, bytes.length - offset);
        return new SoapMessage(whole, Optional.empty(), 0, 0);
    }

    /** A message that begins with {@code head} and goes on with the file from {@code offset} to its {@code size}. */
    static SoapMessage of(byte[] head, Path file, long offset, long size) {
        return new SoapMessage(head.clone(), Optional.of(file), offset, size - offset);
    }

    /** Length in bytes. */
    public long length() {
        return head.length + restLength;
    }

    /**
     * Writes the message; does not close {@code out}.
     *
     * @throws IOException also when the file has become shorter than it was: half a message must not look like a whole
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(head);
        if (rest.isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(rest.get())) {
            channel.position(restOffset);
            InputStream in = Channels.newInputStream(channel);
            byte[] buffer = new byte[16 * 1024];
            long left = restLength;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("The archived message became shorter while it was being sent");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    @Override
    public String toString() {
        return "SOAP message of " + length() + " bytes";
    }
}
