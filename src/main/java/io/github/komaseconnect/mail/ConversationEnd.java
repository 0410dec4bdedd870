package io.github.komaseconnect.mail;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a whole conversation with a mail server is over, whatever it still has to say. The time-out of one reading alone
 * does not bound it: a server that sends a byte a minute never meets that one. Together with it, a conversation ends at
 * the latest one such time-out after its end.
 */
public final class ConversationEnd {
    private final Duration longest;
    private final LongSupplier ticks;
    private final long begun;

    /**
     * Begins now.
     *
     * @param ticks in nanoseconds, such as {@code System::nanoTime}
     */
    public ConversationEnd(Duration longest, LongSupplier ticks) {
        this.longest = longest;
        this.ticks = ticks;
        this.begun = ticks.getAsLong();
    }

    private void check() throws IOException {
        if (ticks.getAsLong() - begun > longest.toNanos()) {
            throw new SocketTimeoutException("the conversation took longer than " + longest.toSeconds() + " seconds");
        }
    }

    /** Gives nothing more after the end. */
    public InputStream in(InputStream raw) {
        return new FilterInputStream(raw) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                check();
                return super.read(target, offset, length);
            }
        };
    }

    /** Takes nothing more after the end. */
    public OutputStream out(OutputStream raw) {
        return new FilterOutputStream(raw) {
            @Override
            public void write(int one) throws IOException {
                check();
                out.write(one);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                check();
                out.write(source, offset, length);
            }
        };
    }
}
