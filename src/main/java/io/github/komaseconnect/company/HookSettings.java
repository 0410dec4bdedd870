package io.github.komaseconnect.company;

import java.util.Optional;

/**
 * How a company hears from eConnect's PSB, and what eConnect hears once a purchase invoice is in the import folder.
 *
 * @param url the address that eConnect is to call, {@code https://…} without the secret, or {@code mailto:…}; empty: hooks
 *     are registered by hand
 * @param mailbox where eConnect's mails are read; empty: none
 */
public record HookSettings(
        Optional<String> url, Optional<HookMailbox> mailbox, ReceivedResponse response, AfterImport afterImport) {
    /** What the supplier is told. */
    public enum ReceivedResponse {
        /** Nothing. */
        NONE,
        /** {@code AB}: received. */
        AB
    }

    /** What becomes of the document at eConnect. */
    public enum AfterImport {
        /** It stays until eConnect removes it. */
        KEEP,
        /** It is removed. */
        DELETE
    }

    /** Of a company that has none. */
    public static HookSettings none() {
        return new HookSettings(Optional.empty(), Optional.empty(), ReceivedResponse.NONE, AfterImport.KEEP);
    }
}
