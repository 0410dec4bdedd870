package io.github.komaseconnect.reason;

import java.util.Objects;

/**
 * Why something did not go as it should, in words for a bookkeeper: what is wrong and what to do about it, Dutch first.
 * The words may quote what came from outside: each text is on {@link OneLine one line} without characters that play tricks.
 * A list of many faults can make it long, so tables, mails and logs show its line, which is shortened.
 *
 * @param code short, stable, lower-case name of the kind of reason, e.g. {@code relation.unknown}; for tests and filters
 * @param dutch what is wrong, in Dutch: which file, which field, which value
 * @param english the same in English
 * @param adviceDutch what the reader can do about it, in Dutch; empty when there is nothing to do
 * @param adviceEnglish the same in English
 */
public record Reason(String code, String dutch, String english, String adviceDutch, String adviceEnglish) {
    private static final int LONGEST = 100_000;
    private static final int LONGEST_LINE = 5000;

    public Reason {
        Objects.requireNonNull(code);
        dutch = OneLine.of(dutch, LONGEST);
        english = OneLine.of(english, LONGEST);
        adviceDutch = OneLine.of(adviceDutch);
        adviceEnglish = OneLine.of(adviceEnglish);
    }

    /** A reason that needs no advice: the program goes on by itself. */
    public static Reason of(String code, String dutch, String english) {
        return new Reason(code, dutch, english, "", "");
    }

    /** The same reason with advice for the reader. */
    public Reason advise(String adviceInDutch, String adviceInEnglish) {
        return new Reason(code, dutch, english, adviceInDutch, adviceInEnglish);
    }

    /** One line for a table, a mail or a log: the Dutch text, shortened when it is very long, with its advice. */
    public String dutchLine() {
        return with(OneLine.of(dutch, LONGEST_LINE), adviceDutch);
    }

    /** One line for a table, a mail or a log: the English text, shortened when it is very long, with its advice. */
    public String englishLine() {
        return with(OneLine.of(english, LONGEST_LINE), adviceEnglish);
    }

    /** All of the Dutch text with its advice, for who looks at this one invoice. */
    public String dutchInFull() {
        return with(dutch, adviceDutch);
    }

    /** All of the English text with its advice, for who looks at this one invoice. */
    public String englishInFull() {
        return with(english, adviceEnglish);
    }

    private static String with(String text, String advice) {
        return advice.isEmpty() ? text : text + " " + advice;
    }
}
