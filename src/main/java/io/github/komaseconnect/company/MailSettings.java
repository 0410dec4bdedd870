package io.github.komaseconnect.company;

import io.github.komaseconnect.configuration.Secret;
import java.util.Optional;

/**
 * How mail leaves ({@code mail.smtp.*}, or the company's own {@code company.<key>.mail.smtp.*}).
 *
 * @param host empty when no mail is configured
 * @param port 0 means the usual port of {@code security}: 587 for starttls, 465 for tls, 25 for none
 * @param username empty for a server without log-in
 * @param password empty secret for a server without log-in
 * @param oauth2 when present, the log-in of {@code username} is by a token and not by the password
 */
public record MailSettings(
        String host, int port, String username, Secret password, MailSecurity security, Optional<MailOauth2> oauth2) {
    /** With a log-in by password, or without any. */
    public MailSettings(String host, int port, String username, Secret password, MailSecurity security) {
        this(host, port, username, password, security, Optional.empty());
    }

    /** Whether a mail server was configured. */
    public boolean configured() {
        return !host.isBlank();
    }

    /** The port to connect to. */
    public int effectivePort() {
        if (port != 0) {
            return port;
        }
        return switch (security) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }
}
