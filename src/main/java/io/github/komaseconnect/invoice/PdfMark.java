package io.github.komaseconnect.invoice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * The mark {@code %PDF-} by which a PDF is told from something that only bears its name; what lacks it is never mailed,
 * printed or imported. Viewers accept some bytes before the mark (ISO 32000-1, annex H.3.4.1); so do we.
 */
public final class PdfMark {
    /** The mark stands within so many bytes from the beginning. */
    public static final int WITHIN = 1024;

    /** So many characters of base64 hold these bytes, line ends and some indentation included. */
    static final int WITHIN_BASE64 = 2 * WITHIN;

    private static final String MARK = "%PDF-";

    private PdfMark() {}

    /**
     * Whether the file carries the mark.
     *
     * @throws IOException when it cannot be read
     */
    public static boolean isIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isIn(in.readNBytes(WITHIN));
        }
    }

    /** Whether a file that begins with these bytes carries the mark; bytes beyond {@link #WITHIN} do not count. */
    public static boolean isIn(byte[] beginning) {
        return new String(beginning, 0, Math.min(WITHIN, beginning.length), StandardCharsets.ISO_8859_1).contains(MARK);
    }

    /**
     * Whether what this base64 decodes to carries the mark. White space in it does not matter; it may end anywhere, and
     * nothing from its first fault on is looked at.
     */
    static boolean isInBase64(String beginning) {
        byte[] characters = beginning.replaceAll("\\s", "").getBytes(StandardCharsets.ISO_8859_1);
        byte[] decoded = new byte[WITHIN];
        int count = 0;
        try (InputStream in = Base64.getDecoder().wrap(new ByteArrayInputStream(characters))) {
            for (int next = in.read(); next >= 0 && count < WITHIN; next = in.read()) {
                decoded[count++] = (byte) next;
            }
        } catch (IOException notBase64FromHere) {
            // what stands before the fault decides; the fault itself is found by whoever decodes all of it
        }
        return isIn(Arrays.copyOf(decoded, count));
    }
}
