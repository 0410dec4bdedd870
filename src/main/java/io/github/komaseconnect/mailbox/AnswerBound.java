package io.github.komaseconnect.mailbox;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How much an IMAP server may say at a time: from one word of ours to the next. The mail library keeps an answer in memory
 * until it ends, and makes room for a literal when the server announces it ({@code {1900000000}}), so an announcement
 * counts before the library sees it.
 */
final class AnswerBound {
    /** Where in {@code {123}CRLF} we are. */
    private enum Announcing {
        NOTHING,
        NUMBER,
        CLOSED,
        END_OF_LINE
    }

    private final long most;
    private long said;
    private long ofLiteral;
    private long announced;
    private Announcing announcing = Announcing.NOTHING;
    private boolean exceeded;

    /** @param most bytes of one answer */
    AnswerBound(long most) {
        this.most = most;
    }

    /** Whether the conversation ended because the server said, or was going to say, more than it may. */
    synchronized boolean exceeded() {
        return exceeded;
    }

    private synchronized void weSpeak() {
        said = 0;
    }

    private synchronized void heard(byte[] bytes, int offset, int length) throws IOException {
        for (int n = offset; n < offset + length; n++) {
            heard(bytes[n]);
        }
    }

    private void heard(byte one) throws IOException {
        said++;
        if (ofLiteral > 0) {
            ofLiteral--;
        } else {
            announcing = next(one);
        }
        if (said + ofLiteral > most) {
            exceeded = true;
            throw new IOException("the server said more than " + most + " bytes at a time");
        }
    }

    private Announcing next(byte one) {
        if (one == '{') {
            announced = 0;
            return Announcing.NUMBER;
        }
        if (announcing == Announcing.NUMBER && one >= '0' && one <= '9') {
            announced = Math.min(announced * 10 + (one - '0'), Integer.MAX_VALUE);
            return Announcing.NUMBER;
        }
        if (announcing == Announcing.NUMBER && one == '}') {
            return Announcing.CLOSED;
        }
        if (announcing == Announcing.CLOSED && one == '\r') {
            return Announcing.END_OF_LINE;
        }
        if (announcing == Announcing.END_OF_LINE && one == '\n') {
            ofLiteral = announced;
        }
        return Announcing.NOTHING;
    }

    /** What the server says, as long as it keeps within bounds. */
    InputStream in(InputStream raw) {
        return new FilterInputStream(raw) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                heard(target, offset, Math.max(0, read));
                return read;
            }
        };
    }

    /** What we say. */
    OutputStream out(OutputStream raw) {
        return new FilterOutputStream(raw) {
            @Override
            public void write(int one) throws IOException {
                weSpeak();
                out.write(one);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                weSpeak();
                out.write(source, offset, length);
            }
        };
    }
}
