package io.github.komaseconnect.invoice;

/**
 * Something about the text of a document that is mended in what is sent.
 *
 * @param dutch what was wrong and what was done, as a part of a sentence
 * @param english the same in English
 */
public record TextFault(Kind kind, String dutch, String english) {
    /** What is wrong. */
    public enum Kind {
        /** Windows-1252 bytes in a document that says, or by saying nothing means, that it is something else. */
        WINDOWS,
        /** UTF-16, which many a receiver does not read. */
        UTF_16,
        /** The declaration names another encoding than the bytes are in. */
        DECLARED,
        /** A byte order mark before UTF-8, at which readers stumble. */
        MARK,
        /** Control characters. */
        CONTROLS
    }
}
