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
 * Decodes bytes and lets whoever extends it decide about each character, and about bytes that the encoding does not have:
 * Java's own readers replace those silently.
 */
abstract class DecodingReader extends Reader {
    private static final int BUFFER = 16 * 1024;

    /** As many bytes that do not fit are handed over at once, at most. */
    private static final int SPARE = 16;

    /** XML has no U+FFFE and U+FFFF, which other readers refuse and ours would let through. */
    static final char NO_CHARACTER = 0xFFFE;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER + SPARE).flip();
    private boolean incomplete;
    private boolean ended;
    private boolean flushed;

    /** @param in positioned after any byte order mark; closed with this reader */
    DecodingReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Told each character in its order.
     *
     * @return what is read in its place
     */
    abstract char decide(char c) throws EncodingFault;

    /**
     * Told bytes that do not fit the encoding, after all the characters before them.
     *
     * @return what is read in their place; no more characters than there are bytes
     */
    abstract String insteadOf(byte[] wrong) throws EncodingFault;

    @Override
    public final int read(char[] target, int offset, int length) throws IOException {
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
        chars.clear().limit(BUFFER);
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isUnderflow() && ended) {
            decoder.flush(chars);
            flushed = true;
        }
        incomplete = result.isUnderflow();
        chars.flip();
        char[] decoded = chars.array();
        for (int i = 0; i < chars.limit(); i++) {
            decoded[i] = decide(decoded[i]);
        }
        if (result.isError()) {
            byte[] wrong = new byte[Math.min(result.length(), SPARE)];
            bytes.get(wrong);
            chars.compact().put(insteadOf(wrong)).flip();
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

    @Override
    public final void close() throws IOException {
        in.close();
    }
}
