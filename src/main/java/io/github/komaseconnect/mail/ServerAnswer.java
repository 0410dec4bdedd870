package io.github.komaseconnect.mail;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A definite answer of a mail server.
 *
 * @param code 400 to 599 (RFC 5321)
 * @param words the whole answer in one line, fit to be shown
 */
record ServerAnswer(int code, String words) {
    private static final Pattern CODE = Pattern.compile("\\A\\s*([2-5][0-9]{2})(?:[ \\-\\r\\n]|\\z)");
    /** RFC 4954, and Microsoft's own: log in first, or not with a password. */
    private static final Pattern LOG_IN = Pattern.compile("\\A5[0-9]{2}[ -]5\\.7\\.(?:8|9|30|57|139)\\b");

    private static final Pattern NO_PASSWORDS = Pattern.compile("\\A5[0-9]{2}[ -]5\\.7\\.(?:30|139)\\b");

    static ServerAnswer of(int code, String text) {
        return new ServerAnswer(code, HeaderText.clean(String.valueOf(text)));
    }

    /** The three digits that a text begins with. */
    static OptionalInt codeOf(String text) {
        Matcher matcher = CODE.matcher(String.valueOf(text));
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Whether a library's return code is a no; otherwise (-1: end of file) there was no answer. */
    static boolean isNo(int code) {
        return code >= 400 && code <= 599;
    }

    boolean temporary() {
        return code < 500;
    }

    /** Whether the server refuses us, not this message: it wants another log-in. */
    boolean refusesLogIn() {
        return code == 530
                || code == 534
                || code == 535
                || code == 538
                || LOG_IN.matcher(words).find();
    }

    /** Whether passwords as such are no longer accepted (Microsoft 365). */
    boolean refusesPasswords() {
        return NO_PASSWORDS.matcher(words).find();
    }
}
