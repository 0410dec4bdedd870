package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.configuration.Secret;

/** Gives tokens with which one logs in to a mail server. Safe for use by many threads. */
public interface MailTokens {
    /**
     * A token, from the last request or a new one; takes a bounded time.
     *
     * @throws NoMailTokenException when there is none; nothing was sent to the mail server
     */
    Secret token(MailOauth2 oauth2) throws NoMailTokenException;

    /** The mail server refused this token: the next question gives another, unless one was asked for just now. */
    void drop(MailOauth2 oauth2, Secret token);
}
