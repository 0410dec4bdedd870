package io.github.komaseconnect.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Gives every byte of a UTF-8 file as one character, so that a parser's character offsets are byte offsets. XML's own
 * characters are all ASCII; any other byte becomes a letter, so that names with such letters in them stay names. Fit for
 * finding where an element begins and ends, not for reading texts.
 */
final class OneCharPerByte extends Reader {
    private static final char LETTER = '\u00e9';

    private final InputStream in;
    private byte[] buffer = new byte[0];

    OneCharPerByte(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (buffer.length < length) {
            buffer = new byte[length];
        }
        int read = in.read(buffer, 0, length);
        for (int i = 0; i < read; i++) {
            target[offset + i] = buffer[i] < 0 ? LETTER : (char) buffer[i];
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
