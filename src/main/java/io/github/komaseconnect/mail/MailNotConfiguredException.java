package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;

/** There is no mail server in the settings. */
final class MailNotConfiguredException extends MessagingException {
    private static final long serialVersionUID = 1L;

    MailNotConfiguredException() {
        super("no mail server configured (mail.smtp.host)");
    }
}
