package io.github.komaseconnect.invoice;

import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * Decodes bytes and refuses those that the encoding does not have, with the line they are on: replacing them would send an
 * invoice with other text than the user wrote.
 *
 * <p>In ISO-8859-1 and its kin the bytes 0x80 to 0x9F are refused as well: they are control characters there, and in practice they
 * are Windows-1252 (0x80 is the euro sign) under the wrong name.
 */
final class StrictReader extends DecodingReader {
    private final Charset charset;
    private final boolean refuseC1;
    private long line = 1;

    /** @param in positioned after any byte order mark; closed with this reader */
    StrictReader(InputStream in, Charset charset) {
        super(in, charset);
        this.charset = charset;
        this.refuseC1 = charset.name().startsWith("ISO-8859-");
    }

    @Override
    char decide(char c) throws EncodingFault {
        if (c == '\n') {
            line++;
        } else if (refuseC1 && c >= 0x80 && c <= 0x9F || c >= NO_CHARACTER) {
            throw refusal();
        }
        return c;
    }

    @Override
    String insteadOf(byte[] wrong) throws EncodingFault {
        throw refusal();
    }

    private EncodingFault refusal() {
        return new EncodingFault(EncodingFault.Kind.MALFORMED, charset.name(), line);
    }
}
