package io.github.komaseconnect.mail;

import java.time.Duration;

/**
 * How long a mail server may take.
 *
 * @param connect to accept the connection
 * @param read to answer each command, the end of the content included
 * @param write to take what is sent
 */
public record MailTimeouts(Duration connect, Duration read, Duration write) {
    /** 10 s, 60 s, 60 s. */
    public static MailTimeouts standard() {
        return new MailTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}
