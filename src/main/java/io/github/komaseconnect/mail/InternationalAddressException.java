package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;

/** The server does not know letters beyond ASCII in addresses; it got nothing. */
final class InternationalAddressException extends MessagingException {
    private static final long serialVersionUID = 1L;

    InternationalAddressException() {
        super("the server does not offer SMTPUTF8");
    }
}
