package io.github.komaseconnect.bounce.mailbox;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.MailTokens;

/** For servers without OAuth 2. */
final class NoTokens implements MailTokens {
    @Override
    public Secret token(MailOauth2 oauth2) {
        throw new AssertionError("no token is needed");
    }

    @Override
    public void drop(MailOauth2 oauth2, Secret token) {
        throw new AssertionError("no token was given");
    }
}
