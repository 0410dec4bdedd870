package io.github.komaseconnect.mail;

import java.time.Duration;

/**
 * How long a mail server may take.
 *
 * @param connect to accept the connection
 * @param read to answer each command, the end of the content included
 * @param write to take what is sent
 * @param whole for a whole conversation, whatever each step takes
 */
public record MailTimeouts(Duration connect, Duration read, Duration write, Duration whole) {
    /** 10 s, 60 s, 60 s, 30 minutes. */
    public static MailTimeouts standard() {
        return new MailTimeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(30));
    }
}
