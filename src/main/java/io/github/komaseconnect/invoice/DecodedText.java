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
 * Decodes the bytes of a document that arrived, whatever they are: where they do not fit the encoding, each byte is taken for
 * Windows-1252, which is what it nearly always is, and a control character is taken for a space. It keeps what it met, by
 * kind, with the first line of each. A document that is sound is read exactly as {@link StrictReader} reads it.
 */
final class DecodedText extends Reader {
    private static final int BUFFER = 16 * 1024;
    /** Room for what stands in the place of bytes that do not fit. */
    private static final int SPARE = 16;

    private static final char NO_CHARACTER = 0xFFFE;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final TextFlaws flaws;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER + SPARE).flip();
    private boolean incomplete;
    private boolean ended;
    private boolean flushed;

    /**
     * @param in positioned after any byte order mark; closed with this reader
     * @param flaws told what is met
     */
    DecodedText(InputStream in, Charset charset, TextFlaws flaws) {
        this.in = in;
        this.flaws = flaws;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
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
        chars.clear().limit(BUFFER);
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isUnderflow() && ended) {
            decoder.flush(chars);
            flushed = true;
        }
        incomplete = result.isUnderflow();
        chars.flip();
        inspect();
        if (result.isError()) {
            insteadOf(result.length());
        }
    }

    private void insteadOf(int count) {
        chars.compact();
        byte[] wrong = new byte[Math.min(count, SPARE)];
        bytes.get(wrong);
        String text = new String(wrong, WESTERN);
        for (int i = 0; i < text.length(); i++) {
            chars.put(Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        chars.flip();
        flaws.met(TextFlaws.Kind.FOREIGN_BYTES);
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

    private void inspect() {
        for (int i = 0; i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= NO_CHARACTER) {
                flaws.met(TextFlaws.Kind.CONTROLS);
                chars.put(i, ' ');
            } else if (c >= 0x80 && c <= 0x9F) {
                flaws.met(TextFlaws.Kind.FOREIGN_BYTES);
                chars.put(i, new String(new byte[] {(byte) c}, WESTERN).charAt(0));
            } else {
                flaws.pass(c);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
