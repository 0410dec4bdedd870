package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.configuration.Secret;

/** With what one logs in to a mailbox. */
public sealed interface LogIn {
    /** A password. */
    record ByPassword(Secret secret) implements LogIn {}

    /** A token of OAuth 2 (XOAUTH2). */
    record ByToken(Secret secret) implements LogIn {}

    /** The password or token. */
    Secret secret();
}
