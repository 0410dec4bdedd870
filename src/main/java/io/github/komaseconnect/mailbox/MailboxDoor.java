package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.MailTokens;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

/** Logs in to mailboxes: by the password that belongs to one, else by a token of the owner's OAuth 2. */
public final class MailboxDoor {
    private final Function<String, Secret> passwords;
    private final Function<String, Optional<MailOauth2>> oauth2;
    private final MailTokens tokens;
    private final Optional<SSLSocketFactory> tls;

    /**
     * Trusts the certificates that Java trusts, unless {@code tls} has a trust of its own.
     *
     * @param passwords of an owner's mailbox as it is now; empty when there is none
     * @param oauth2 of the owner's mail as it is now
     */
    public MailboxDoor(
            Function<String, Secret> passwords,
            Function<String, Optional<MailOauth2>> oauth2,
            MailTokens tokens,
            Optional<SSLSocketFactory> tls) {
        this.passwords = passwords;
        this.oauth2 = oauth2;
        this.tokens = tokens;
        this.tls = tls;
    }

    /**
     * Opens a mailbox.
     *
     * @param owner company; empty for one of the installation
     * @throws MessagingException when that cannot be done, also for want of a token
     */
    public ImapBox open(String owner, Mailbox mailbox) throws MessagingException {
        Secret password = passwords.apply(owner);
        Optional<MailOauth2> client = oauth2.apply(owner);
        if (password.present() || client.isEmpty()) {
            return ImapBox.open(mailbox, new LogIn.ByPassword(password), tls);
        }
        Secret token = tokens.token(client.get());
        try {
            return ImapBox.open(mailbox, new LogIn.ByToken(token), tls);
        } catch (AuthenticationFailedException e) {
            // it may have been withdrawn: once more with a new one, if one is to be had
            tokens.drop(client.get(), token);
            Secret other = tokens.token(client.get());
            if (other.equals(token)) {
                throw e;
            }
            return ImapBox.open(mailbox, new LogIn.ByToken(other), tls);
        }
    }
}
