package io.github.komaseconnect.mailbox;

/** A mail that cannot be used, in words for people. */
public final class NotUsableException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param words what is wrong with it, Dutch / English */
    public NotUsableException(String words) {
        super(words);
    }
}
