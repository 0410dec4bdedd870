package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.component.mail.DefaultJavaMailSender;

/**
 * The mail sender of the routes, for every company: {@code smtp:invoice-mail?javaMailSender=#invoiceMailSender}. Server,
 * account and password come from the settings of the company that the message names, read for each message; what the
 * endpoint's URI says (its host is only a name, since Camel wants one) and what Camel sets on this sender counts for
 * nothing, so that no secret ever stands in a URI.
 */
public final class CompanyMailSender extends DefaultJavaMailSender {
    private final MailAccounts accounts;
    private final SmtpClient client;

    /** A sender for the given settings. */
    public CompanyMailSender(MailAccounts accounts, SmtpClient client) {
        this.accounts = accounts;
        this.client = client;
    }

    /**
     * Sends a {@link SealedMessage}; anything else is refused, since nobody could tell what became of it.
     *
     * @throws MessagingException to be judged by {@link MailVerdict}
     */
    @Override
    public void send(MimeMessage message) throws MessagingException {
        if (!(message instanceof SealedMessage)) {
            throw new MessagingException("only a SealedMessage can be sent here");
        }
        SealedMessage sealed = (SealedMessage) message;
        client.send(accounts.settingsOf(sealed.companyKey()), sealed);
    }
}
