package io.github.komaseconnect.rest;

/** An answer came, but it does not say what was asked: a proxy's page, broken JSON, a field missing. */
public final class UnusableAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The message is shown to people: a few English words without any content of the answer. */
    public UnusableAnswerException(String message) {
        super(message);
    }
}
