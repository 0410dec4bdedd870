package io.github.komaseconnect.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * Sockets that take no more than so much from the other side, in no more than so much time. The mail library gathers an answer of many lines in memory
 * until its last line comes; a server that never comes to it would take all there is. STARTTLS goes through them too.
 */
final class BoundedSockets extends ConversationSockets {
    private final long mostBytes;
    private final Duration longest;

    /**
     * Bounds each conversation.
     *
     * @param mostBytes that a server may say in it
     * @param longest that it may take
     */
    BoundedSockets(long mostBytes, Duration longest) {
        this.mostBytes = mostBytes;
        this.longest = longest;
    }

    @Override
    public Socket createSocket() {
        return new BoundedSocket(mostBytes, new ConversationEnd(longest, System::nanoTime));
    }

    private static final class BoundedSocket extends Socket {
        private final long mostBytes;
        private final ConversationEnd end;
        private long taken;

        BoundedSocket(long mostBytes, ConversationEnd end) {
            this.mostBytes = mostBytes;
            this.end = end;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return end.out(super.getOutputStream());
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(end.in(super.getInputStream())) {
                @Override
                public int read() throws IOException {
                    return count(super.read(), 1);
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int read = super.read(target, offset, length);
                    return count(read, read);
                }
            };
        }

        private synchronized int count(int result, int bytes) throws IOException {
            taken += Math.max(0, bytes);
            if (taken > mostBytes) {
                throw new IOException("the server said more than " + mostBytes + " bytes");
            }
            return result;
        }
    }
}
