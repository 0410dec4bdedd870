package io.github.komaseconnect.ledger;

import java.time.Instant;

/**
 * Something that eConnect told by a hook, as it is in the ledger.
 *
 * @param topic such as {@code InvoiceReceived}; empty when the body cannot be read
 * @param documentId eConnect's id of the document that it is about; may be empty
 * @param body as it came
 * @param tries how often it was taken up in vain
 * @param repeats how often it came again
 */
public record HookEvent(
        long id,
        String company,
        String topic,
        String documentId,
        byte[] body,
        State state,
        int tries,
        int repeats,
        Instant receivedAt) {
    /** What became of it. */
    public enum State {
        /** To be processed. */
        WAITING,
        /** Of a topic that nobody takes yet; kept until somebody does. */
        KEPT,
        /** Processed. */
        DONE,
        /** Of no use here. */
        IGNORED,
        /** Not readable: for a person. */
        HELD
    }

    /**
     * One that just came, rightly signed.
     *
     * @param same what a repeat of it has in common with it, hashed
     * @param createdOn by eConnect's clock; when it came, for want of that
     */
    public record Arrived(
            String company, String same, String topic, String documentId, Instant createdOn, byte[] body) {}
}
