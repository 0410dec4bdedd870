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

    private static final Pattern NO_PASSWORDS = Pattern.compile(
            "(?i)\\A5[0-9]{2}[ -](?:5\\.7\\.30\\b|5\\.7\\.139\\b.*\\bbasic authentication is disabled)");

    /** 552 alone, or one of the two codes about size; 552 is also said of a full mailbox and, by Google, of content. */
    private static final Pattern SIZE =
            Pattern.compile("\\A(?:5[0-9]{2}[ -]5\\.(?:3\\.4|2\\.3)\\b|552[ -](?!5\\.[0-9]+\\.[0-9]))");

    private static final Pattern NO_SMTP_LOG_IN = Pattern.compile("(?i)SmtpClientAuthentication is disabled");

    /**
     * Microsoft's, and Google's, about the account and not about a mail: not this sender, blocked, or its limit reached.
     * Codes that can also be about one recipient or one content are not among them.
     */
    private static final Pattern SENDER = Pattern.compile(
            "(?i)\\A5[0-9]{2}[ -](?:5\\.7\\.60\\b|5\\.2\\.252\\b|5\\.1\\.90\\b|5\\.7\\.(?:705|708|750)\\b"
                    + "|5\\.1\\.8\\b.*\\bbad outbound sender|5\\.4\\.5\\b.*\\bsending (?:limit|quota))");

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

    /** Whether the log-in for sending is switched off for the mailbox or the whole organisation (Microsoft 365), with a token too. */
    boolean saysLogInIsSwitchedOff() {
        return NO_SMTP_LOG_IN.matcher(words).find();
    }

    /** Whether the server refuses all that this account sends now, not this message. */
    boolean refusesSender() {
        return SENDER.matcher(words).find();
    }

    /** Whether it is about how large the message is. */
    boolean refusesSize() {
        return SIZE.matcher(words).find();
    }
}
