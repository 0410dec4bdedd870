package io.github.komaseconnect.hook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one hook says. Nothing in it is trusted but that eConnect signed it.
 *
 * @param topic such as {@code InvoiceReceived}; never empty
 * @param partyId whom it is about, e.g. {@code NL:KVK:12345678}; may be empty, as the ids and the message may
 * @param message in eConnect's words
 * @param details whatever else there is, by name; nested values as JSON
 * @param createdOn when the event came to be
 * @param sentOn when this message of it was sent; a repeat has another one
 */
public record HookMessage(
        String topic,
        String partyId,
        String hookId,
        String documentId,
        String message,
        Map<String, String> details,
        Optional<Instant> createdOn,
        Optional<Instant> sentOn) {
    public HookMessage {
        details = Map.copyOf(details);
    }

    /** The words of eConnect: the message, else the details, else nothing. */
    public String words() {
        return message.isBlank() && !details.isEmpty() ? details.toString() : message;
    }
}
