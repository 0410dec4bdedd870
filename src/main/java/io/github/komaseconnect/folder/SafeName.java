package io.github.komaseconnect.folder;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes a part of a file name out of any text, such as an invoice number, a supplier's name or a file name from a mail:
 * readable, and safe on Windows and Linux. What comes out is ASCII, has no separators or control characters, no leading
 * dot, tilde or dash, no trailing dot or space, is no name that Windows keeps for itself, and is never empty. Different
 * texts may give the same name.
 */
public final class SafeName {
    /** What a text without a usable character becomes. */
    public static final String NAMELESS = "naamloos";

    /** Longest result of {@link #of(String)}. */
    public static final int USUAL_LENGTH = 60;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 _.,+()-]");
    private static final Pattern START = Pattern.compile("^[-. ]+");
    private static final Pattern END = Pattern.compile("[-. ]+$");
    private static final Pattern KEPT_BY_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d|conin|conout|clock)", Pattern.CASE_INSENSITIVE);

    /** Letters that Unicode does not take apart into a plain letter and an accent. */
    private static final Map<String, String> WHOLE_LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("Æ", "AE"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "OE"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("đ", "d"),
            Map.entry("Đ", "D"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("€", "EUR"));

    private static final int LONGEST_KEPT_BY_WINDOWS = 6;

    private SafeName() {}

    /** At most {@value #USUAL_LENGTH} characters; single spaces are kept. */
    public static String of(String text) {
        return of(text, USUAL_LENGTH);
    }

    /** At most {@code longest} characters (1 or more); single spaces are kept. */
    public static String of(String text, int longest) {
        if (isSafe(text, longest)) {
            return text;
        }
        String beginning = text.length() > 4 * longest + 100 ? text.substring(0, 4 * longest + 100) : text;
        String plain = MARKS.matcher(Normalizer.normalize(replaced(beginning), Normalizer.Form.NFKD))
                .replaceAll("");
        String safe = UNSAFE.matcher(plain.replaceAll("\\s+", " ")).replaceAll("-");
        safe = trimmed(safe.replaceAll("-{2,}", "-").replaceAll("\\.{2,}", ".").replaceAll(" {2,}", " "));
        if (safe.length() > longest) {
            safe = trimmed(safe.substring(0, longest));
        }
        if (safe.isEmpty()) {
            safe = NAMELESS.substring(0, Math.min(longest, NAMELESS.length()));
        }
        if (!keptByWindows(safe)) {
            return safe;
        }
        String marked = "_" + safe;
        return marked.length() > longest ? "_" + trimmed(safe.substring(0, longest - 1)) : marked;
    }

    /** The same without spaces: a dash in their place. */
    public static String word(String text) {
        return of(of(text).replaceAll("[ ,+()]+", "-"));
    }

    /** Whether it stays as it is: what most names are like. */
    private static boolean isSafe(String text, int longest) {
        int length = text.length();
        if (length <= LONGEST_KEPT_BY_WINDOWS || length > longest) {
            return false;
        }
        boolean mark = true;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (!plain && (mark || c != '-')) {
                return false;
            }
            mark = !plain;
        }
        return !mark;
    }

    private static String trimmed(String text) {
        return END.matcher(START.matcher(text).replaceAll("")).replaceAll("");
    }

    /** Windows looks at what stands before the first dot: {@code NUL.xml} is the device too. */
    private static boolean keptByWindows(String name) {
        String stem = name.toLowerCase(Locale.ROOT);
        int dot = stem.indexOf('.');
        return KEPT_BY_WINDOWS
                .matcher((dot < 0 ? stem : stem.substring(0, dot)).strip())
                .matches();
    }

    private static String replaced(String text) {
        String plain = text;
        for (Map.Entry<String, String> letter : WHOLE_LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }
}
