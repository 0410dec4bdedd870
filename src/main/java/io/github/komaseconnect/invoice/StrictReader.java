package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes and refuses those that the encoding does not have, with the line they are on. Java's own readers
 * replace them silently, which would send an invoice with other text than the user wrote.
 *
 * <p>In ISO-8859-1 and its kin the bytes 0x80 to 0x9F are refused as well: they are control characters there, and in practice they
 * are Windows-1252 (0x80 is the euro sign) under the wrong name.
 */
final class StrictReader extends Reader {
    private static final int BUFFER = 16 * 1024;
    /** XML has no U+FFFE and U+FFFF, which other readers refuse and ours would let through. */
    private static final char NO_CHARACTER = 0xFFFE;

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean refuseC1;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean incomplete;
    private boolean ended;
    private boolean flushed;
    private long line = 1;

    /** @param in positioned after any byte order mark; closed with this reader */
    StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.refuseC1 = charset.name().startsWith("ISO-8859-");
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining() && !flushed) {
            decode();
        }
        if (!chars.hasRemaining()) {
            return -1;
        }
        int taken = Math.min(length, chars.remaining());
        chars.get(target, offset, taken);
        return taken;
    }

    private void decode() throws IOException {
        if (!bytes.hasRemaining() || incomplete) {
            fill();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isUnderflow() && ended) {
            decoder.flush(chars);
            flushed = true;
        }
        incomplete = result.isUnderflow();
        chars.flip();
        inspect();
        if (result.isError()) {
            throw new EncodingFault(EncodingFault.Kind.MALFORMED, charset.name(), line);
        }
    }

    private void fill() throws IOException {
        if (ended) {
            return;
        }
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void inspect() throws EncodingFault {
        for (int i = 0; i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == '\n') {
                line++;
            } else if (refuseC1 && c >= 0x80 && c <= 0x9F || c >= NO_CHARACTER) {
                throw new EncodingFault(EncodingFault.Kind.MALFORMED, charset.name(), line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
