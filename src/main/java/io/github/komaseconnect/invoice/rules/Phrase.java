package io.github.komaseconnect.invoice.rules;

/** The same words for a bookkeeper in both languages. */
public record Phrase(String dutch, String english) {
    /** Nothing to say. */
    public static Phrase none() {
        return new Phrase("", "");
    }

    /** Whether there is something to say. */
    public boolean isPresent() {
        return !dutch.isEmpty();
    }
}
