package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of an XML document, found as XML 1.0 appendix F describes: byte order mark, else the look of the first
 * bytes, else the declaration, else UTF-8.
 *
 * @param charset to decode with
 * @param markLength bytes of the byte order mark, to be skipped
 */
record XmlEncoding(Charset charset, int markLength) {
    private static final int DECLARATION_ROOM = 1024;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._\\-]+)[\"']");

    /** Looks at the start of a stream that supports mark, and leaves it where it was. */
    static XmlEncoding of(InputStream in) throws IOException {
        in.mark(DECLARATION_ROOM);
        byte[] start = in.readNBytes(DECLARATION_ROOM);
        in.reset();
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new XmlEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(start, 0xFF, 0xFE, 0, 0)
                || begins(start, 0, 0, 0xFE, 0xFF)
                || begins(start, '<', 0, 0, 0)
                || begins(start, 0, 0, 0, '<')) {
            throw new EncodingFault(EncodingFault.Kind.UNKNOWN, "UTF-32", 1);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new XmlEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new XmlEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (begins(start, '<', 0)) {
            return new XmlEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (begins(start, 0, '<')) {
            return new XmlEncoding(StandardCharsets.UTF_16BE, 0);
        }
        return new XmlEncoding(declared(new String(start, StandardCharsets.ISO_8859_1)), 0);
    }

    private static Charset declared(String start) throws EncodingFault {
        Matcher declaration = DECLARED.matcher(start);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declaration.group(1);
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith("UTF-16") || upper.startsWith("UTF-32") || upper.startsWith("ISO-10646-UCS")) {
            // the declaration itself was legible one byte at a time, so this cannot be true
            throw new EncodingFault(EncodingFault.Kind.MISDECLARED, name, 1);
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new EncodingFault(EncodingFault.Kind.UNKNOWN, name, 1);
        }
    }

    private static boolean begins(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
