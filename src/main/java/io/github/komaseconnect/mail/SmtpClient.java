package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Talks to the mail server of a company: STARTTLS or TLS required unless the settings say none, certificate and host
 * name checked, time-outs on everything, and nothing to anybody when one recipient is refused.
 */
public final class SmtpClient {
    /** Far more than any conversation has, certificates of STARTTLS included. */
    private static final long MOST_BYTES = 1_000_000;

    private final MailTimeouts timeouts;
    private final MailTokens tokens;
    private final Optional<SSLSocketFactory> tls;

    /** A client that trusts the certificates that Java trusts. */
    public SmtpClient(MailTimeouts timeouts, MailTokens tokens) {
        this(timeouts, tokens, Optional.empty());
    }

    /** A client with a trust of its own, for a server with a private certificate. */
    public SmtpClient(MailTimeouts timeouts, MailTokens tokens, SSLSocketFactory tls) {
        this(timeouts, tokens, Optional.of(tls));
    }

    private SmtpClient(MailTimeouts timeouts, MailTokens tokens, Optional<SSLSocketFactory> tls) {
        this.timeouts = timeouts;
        this.tokens = tokens;
        this.tls = tls;
    }

    /**
     * Sends over a connection of its own; a normal return means that the server has accepted the message.
     *
     * @throws MessagingException to be judged by {@link MailVerdict} together with the message
     */
    void send(MailSettings settings, SealedMessage message) throws MessagingException {
        message.goingTo(server(settings));
        boolean international = message.isInternational();
        SMTPTransport transport = connect(settings, international);
        try {
            if (international && !transport.supportsExtension("SMTPUTF8")) {
                throw new InternationalAddressException();
            }
            requireFits(message, transport);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** What is too large is not begun: some servers break off in the middle of it, and that would be a doubt. */
    private static void requireFits(SealedMessage message, SMTPTransport transport) throws TooLargeForServerException {
        String said =
                Optional.ofNullable(transport.getExtensionParameter("SIZE")).orElse("");
        // none, or 0: it does not say
        long most = said.matches("[0-9]{1,18}") ? Long.parseLong(said) : 0;
        if (most > 0 && message.bytes() > most) {
            throw new TooLargeForServerException(message.bytes(), most);
        }
    }

    /**
     * Connects, secures the connection, logs in and leaves.
     *
     * @return whether the server offers a log-in at all
     */
    boolean logIn(MailSettings settings) throws MessagingException {
        SMTPTransport transport = connect(settings, false);
        boolean offered = transport.supportsExtension("AUTH") || transport.supportsExtension("AUTH=LOGIN");
        close(transport);
        return offered;
    }

    /** {@code host:port}. */
    static String server(MailSettings settings) {
        return settings.host() + ":" + settings.effectivePort();
    }

    private SMTPTransport connect(MailSettings settings, boolean international) throws MessagingException {
        if (!settings.configured()) {
            throw new MailNotConfiguredException();
        }
        if (settings.oauth2().isEmpty()) {
            return connect(settings, settings.password(), international);
        }
        MailOauth2 oauth2 = settings.oauth2().get();
        Secret token = tokens.token(oauth2);
        try {
            return connect(settings, token, international);
        } catch (AuthenticationFailedException e) {
            // it may have been withdrawn: once more with a new one, if one is to be had
            tokens.drop(oauth2, token);
            Secret other = tokens.token(oauth2);
            if (other.equals(token)) {
                throw e;
            }
            return connect(settings, other, international);
        }
    }

    /** @param passwordOrToken whichever of the two these settings log in with */
    private SMTPTransport connect(MailSettings settings, Secret passwordOrToken, boolean international)
            throws MessagingException {
        Properties properties = properties(settings);
        properties.setProperty("mail.mime.allowutf8", String.valueOf(international));
        SMTPTransport transport =
                (SMTPTransport) Session.getInstance(properties).getTransport("smtp");
        boolean logIn = !settings.username().isBlank();
        try {
            transport.connect(
                    settings.host(),
                    settings.effectivePort(),
                    logIn ? settings.username() : null,
                    logIn ? passwordOrToken.value() : null);
        } catch (AuthenticationFailedException e) {
            throw withoutPassword(e, settings.username(), passwordOrToken);
        }
        return transport;
    }

    private Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(!settings.username().isBlank()));
        settings.oauth2().ifPresent(oauth2 -> properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2"));
        properties.setProperty("mail.smtp.connectiontimeout", millis(timeouts.connect()));
        properties.setProperty("mail.smtp.timeout", millis(timeouts.read()));
        properties.setProperty("mail.smtp.writetimeout", millis(timeouts.write()));
        properties.setProperty("mail.smtp.sendpartial", "false");
        // once the server has said 250 nothing may stand between that and the ledger
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.socketFactory", new BoundedSockets(MOST_BYTES, timeouts.whole()));
        tls.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        properties.setProperty("mail.debug", "false");
        properties.setProperty("mail.debug.auth", "false");
        if (settings.security() != MailSecurity.NONE) {
            boolean starttls = settings.security() == MailSecurity.STARTTLS;
            properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
            properties.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
            properties.setProperty("mail.smtp.ssl.enable", String.valueOf(!starttls));
        }
        return properties;
    }

    private static String millis(java.time.Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // the fate of the message is known by now; a farewell that fails changes nothing
        }
    }

    /** Some servers repeat in their refusal what they were sent. */
    private static AuthenticationFailedException withoutPassword(
            AuthenticationFailedException failure, String username, Secret password) {
        String text = String.valueOf(failure.getMessage());
        String plain = password.value();
        if (plain.isEmpty()) {
            return failure;
        }
        String masked = text.replace(plain, "***");
        for (String sent : new String[] {
            plain,
            "user=" + username + "\1auth=Bearer " + plain + "\1\1",
            username + "\0" + username + "\0" + plain,
            "\0" + username + "\0" + plain
        }) {
            String encoded = Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8));
            masked = masked.replace(encoded, "***");
        }
        return masked.equals(text) ? failure : new AuthenticationFailedException(masked, failure.getNextException());
    }
}
