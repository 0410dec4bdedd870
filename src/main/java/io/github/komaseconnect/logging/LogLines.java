package io.github.komaseconnect.logging;

import java.util.regex.Pattern;

/** Keeps text from outside from looking like lines of the log, and from playing tricks with the terminal that shows it. */
final class LogLines {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    /** Of a stack trace, what neither is indented nor begins as the parts of one do. */
    private static final Pattern FOREIGN_LINE =
            Pattern.compile("\\n(?!\\t| |Caused by: |Wrapped by: |Suppressed: |\\z)");

    private LogLines() {}

    /** A message on one line. */
    static String one(String text) {
        return CONTROL.matcher(text.replace("\r", "")).replaceAll(" ").replace("\n", " | ");
    }

    /** A stack trace, in which a message of several lines is indented. */
    static String trace(String text) {
        String plain = CONTROL.matcher(text.replace("\r", "")).replaceAll(" ");
        return FOREIGN_LINE.matcher(plain).replaceAll("\n    | ");
    }
}
