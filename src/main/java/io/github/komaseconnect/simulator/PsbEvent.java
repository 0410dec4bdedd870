package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that hooks are told.
 *
 * @param partyId of the company that it concerns, as {@code NL:KVK:…}
 * @param documentId the PSB's id of the document; empty for a ping
 * @param message for people
 * @param details flat: {@code sender}, {@code recipient}, {@code id} (the invoice number), and more by topic
 * @param createdOn when it happened
 */
public record PsbEvent(
        HookTopic topic,
        String partyId,
        String documentId,
        String message,
        Map<String, String> details,
        Instant createdOn) {
    public PsbEvent {
        details = Map.copyOf(details);
    }

    /** The details in the order of their names. */
    Map<String, String> sortedDetails() {
        return new TreeMap<>(details);
    }
}
