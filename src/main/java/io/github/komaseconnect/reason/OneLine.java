package io.github.komaseconnect.reason;

import java.util.regex.Pattern;

/**
 * Makes text that came from outside (a file name, a field of a document, an answer) fit to stand in a sentence, a table,
 * a log or a file with a reason: on one line, showing itself as it is, and of a length that somebody reads.
 */
public final class OneLine {
    private static final int LONGEST = 5000;

    /** Control characters, line ends of all kinds, what turns the direction of writing, halves of characters. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private OneLine() {}

    /** The text with spaces in the place of such characters, its end cut off when it is very long. */
    public static String of(String text) {
        String plain = plain(text);
        return plain.length() <= LONGEST ? plain : of(plain, LONGEST);
    }

    /** The same, with at most so many characters. */
    public static String of(String text, int longest) {
        String plain = plain(text);
        if (plain.codePointCount(0, plain.length()) <= longest) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static String plain(String text) {
        return isPlainAscii(text) ? text : HARMFUL.matcher(text).replaceAll(" ");
    }

    /** Most texts are, and looking costs less than the pattern does. */
    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
