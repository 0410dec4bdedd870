package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;

/** The server said beforehand that it takes no message of this size (RFC 1870); nothing was sent. */
final class TooLargeForServerException extends MessagingException {
    private static final long serialVersionUID = 1L;
    private final long size;
    private final long most;

    /** Both in bytes. */
    TooLargeForServerException(long size, long most) {
        super("a message of " + size + " bytes, where the server takes " + most);
        this.size = size;
        this.most = most;
    }

    long size() {
        return size;
    }

    long most() {
        return most;
    }
}
