package io.github.komaseconnect.explanation;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What would become of one file.
 *
 * @param file as it was named
 * @param facts what is in the file and what is known of it, in reading order
 * @param fate what would happen to it
 * @param verdict the same in words
 * @param reason why it would be held, cannot be read or cannot be told; with what to do
 */
public record Explanation(Path file, List<Fact> facts, Fate fate, Words verdict, Optional<Reason> reason) {
    public Explanation {
        facts = List.copyOf(facts);
    }

    /** What would happen to a file. */
    public enum Fate {
        /** It would be sent. */
        SENT,
        /** Nothing would be sent and nobody is needed: it was sent before, or is no invoice file. */
        LEFT_ALONE,
        /** It would be held for a person. */
        HELD,
        /** The file cannot be read. */
        UNREADABLE,
        /** It is not known whose invoice it is: the user must say. */
        COMPANY_UNKNOWN
    }

    /** One line of the answer: what it is about, and what is known. */
    public record Fact(Words about, Words what) {}
}
