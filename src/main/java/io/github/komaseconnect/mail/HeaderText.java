package io.github.komaseconnect.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Makes text that came from an invoice, a relation file or a template harmless for a mail header: a line break in an
 * invoice number must not become a header of its own.
 */
final class HeaderText {
    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    /** They would let a name show itself backwards or hide part of it. */
    private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private HeaderText() {}

    /** One line without control characters, at most 200 characters. */
    static String clean(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String line = CONTROL.matcher(whole).replaceAll(" ");
        String plain = DIRECTION.matcher(line).replaceAll("");
        // what looks like an RFC 2047 word would be decoded on arrival, line breaks and all
        return cut(plain.replace("=?", "= ?").strip(), LONGEST);
    }

    /** The value of an unstructured header: cleaned, encoded per RFC 2047 where needed, and folded. */
    static String encoded(String headerName, String text) {
        try {
            String word = MimeUtility.encodeText(clean(text), StandardCharsets.UTF_8.name(), null);
            return MimeUtility.fold(headerName.length() + 2, word);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is always there", e);
        }
    }

    /** The first characters of a text, never half of one. */
    static String cut(String text, int characters) {
        if (text.codePointCount(0, text.length()) <= characters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }
}
