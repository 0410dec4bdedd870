package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the beginning of a document says of its encoding.
 *
 * @param look by byte order mark, or by how the first character is written
 * @param markLength bytes of the byte order mark
 * @param declared the encoding that its first line names, where that can be read a byte at a time
 */
record TextBeginning(Look look, int markLength, Optional<String> declared) {
    private static final int ROOM = 1024;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

    /** How characters are written. */
    enum Look {
        UTF_16LE,
        UTF_16BE,
        /** Also anything else that nobody writes invoices in. */
        UTF_32,
        BYTES
    }

    static TextBeginning of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = SafeXml.bytes(file)) {
            start = in.readNBytes(ROOM);
        }
        if (begins(start, 0xFF, 0xFE, 0, 0)
                || begins(start, 0, 0, 0xFE, 0xFF)
                || begins(start, '<', 0, 0, 0)
                || begins(start, 0, 0, 0, '<')) {
            return new TextBeginning(Look.UTF_32, 0, Optional.empty());
        }
        if (begins(start, 0xFF, 0xFE) || begins(start, '<', 0)) {
            return new TextBeginning(Look.UTF_16LE, start[0] == '<' ? 0 : 2, Optional.empty());
        }
        if (begins(start, 0xFE, 0xFF) || begins(start, 0, '<')) {
            return new TextBeginning(Look.UTF_16BE, start[0] == 0 ? 0 : 2, Optional.empty());
        }
        int mark = begins(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        Matcher declaration =
                DECLARED.matcher(new String(start, mark, start.length - mark, StandardCharsets.ISO_8859_1));
        return new TextBeginning(
                Look.BYTES, mark, declaration.find() ? Optional.of(declaration.group(1)) : Optional.empty());
    }

    /** Whether it is UTF-8 as XML wants it, as far as can be seen from here. */
    boolean isPlain() {
        return look == Look.BYTES && markLength == 0 && saysUtf8();
    }

    /** It names UTF-8, or nothing, which means the same. */
    boolean saysUtf8() {
        return declared.filter(name -> !name.equalsIgnoreCase("UTF-8")).isEmpty();
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
