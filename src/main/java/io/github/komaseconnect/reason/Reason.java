package io.github.komaseconnect.reason;

import java.util.Objects;

/**
 * Why something did not go as it should, in words for a bookkeeper: what is wrong and what to do about it, Dutch first.
 * The words may quote what came from outside: each text is on {@link OneLine one line} without characters that play tricks.
 *
 * @param code short, stable, lower-case name of the kind of reason, e.g. {@code relation.unknown}; for tests and filters
 * @param dutch what is wrong, in Dutch: which file, which field, which value
 * @param english the same in English
 * @param adviceDutch what the reader can do about it, in Dutch; empty when there is nothing to do
 * @param adviceEnglish the same in English
 */
public record Reason(String code, String dutch, String english, String adviceDutch, String adviceEnglish) {
    public Reason {
        Objects.requireNonNull(code);
        dutch = OneLine.of(dutch);
        english = OneLine.of(english);
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

    /** One line for a table or a log: the Dutch text with its advice. */
    public String dutchLine() {
        return adviceDutch.isEmpty() ? dutch : dutch + " " + adviceDutch;
    }

    /** One line for a table or a log: the English text with its advice. */
    public String englishLine() {
        return adviceEnglish.isEmpty() ? english : english + " " + adviceEnglish;
    }
}
