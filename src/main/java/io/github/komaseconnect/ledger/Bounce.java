package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What a mail server said of a mail of ours after it had been handed over.
 *
 * @param recipients whom it could not reach; empty when it does not say
 * @param words of the server, on one line
 */
public record Bounce(
        long id,
        String company,
        long deliveryId,
        Kind kind,
        List<String> recipients,
        String words,
        Instant receivedAt) {
    /** How bad it is. */
    public enum Kind {
        /** It will not arrive. */
        FAILED,
        /** It is still being tried. */
        DELAYED
    }

    public Bounce {
        recipients = List.copyOf(recipients);
    }
}
