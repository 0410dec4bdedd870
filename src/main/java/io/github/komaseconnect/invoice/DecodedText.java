package io.github.komaseconnect.invoice;

import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * Decodes the bytes of a document that arrived, whatever they are: where they do not fit the encoding, each byte is taken for
 * Windows-1252, which is what it nearly always is, and a control character is taken for a space. It keeps what it met, by
 * kind, with the first line of each. A document that is sound is read exactly as {@link StrictReader} reads it.
 */
final class DecodedText extends DecodingReader {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final TextFlaws flaws;

    /**
     * @param in positioned after any byte order mark; closed with this reader
     * @param flaws told what is met
     */
    DecodedText(InputStream in, Charset charset, TextFlaws flaws) {
        super(in, charset);
        this.flaws = flaws;
    }

    @Override
    char decide(char c) {
        if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= NO_CHARACTER) {
            flaws.met(TextFlaws.Kind.CONTROLS);
            return ' ';
        }
        if (c >= 0x80 && c <= 0x9F) {
            flaws.met(TextFlaws.Kind.FOREIGN_BYTES);
            return new String(new byte[] {(byte) c}, WESTERN).charAt(0);
        }
        flaws.pass(c);
        return c;
    }

    @Override
    String insteadOf(byte[] wrong) {
        flaws.met(TextFlaws.Kind.FOREIGN_BYTES);
        StringBuilder text = new StringBuilder(new String(wrong, WESTERN));
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }
}
