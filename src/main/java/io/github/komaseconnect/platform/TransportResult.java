package io.github.komaseconnect.platform;

import java.time.Duration;
import java.util.Optional;

/** How a request fared on the wire; what an answer says is for others to judge. */
public sealed interface TransportResult {
    /**
     * A whole answer came, as far as HTTP can tell, and is in the request's answer file.
     *
     * @param status HTTP status code
     * @param retryAfter how long the other side asks to wait, within bounds
     */
    record Answered(int status, Optional<Duration> retryAfter) implements TransportResult {
        /** Without a wish to wait. */
        public Answered(int status) {
            this(status, Optional.empty());
        }
    }

    /**
     * Certainly nothing of the request was written: refused, unknown host, connect time-out, TLS handshake failed, no
     * free connection. {@code cause} is for diagnosis and carries no secret.
     */
    record NotWritten(Exception cause) implements TransportResult {}

    /** Writing had begun (or may have) and no whole answer came: time-out, reset, half an answer. */
    record Broken(Exception cause) implements TransportResult {}
}
