package io.github.komaseconnect.simulator;

/** How a sent document went on, in the words of the platform API. */
public enum DeliveryMethod {
    /** Into the eConnect inbox of a company of this simulator. */
    TO_INBOX("ToInbox"),
    /** Over the Peppol network. */
    TO_PEPPOL("ToPeppol"),
    /** By mail, as nothing else reached the receiver and an address was given. */
    TO_EMAIL("ToEmail"),
    /** Nowhere: it only lies in the outbox. */
    OUTBOX_ONLY("OutboxOnly"),
    /** Nowhere, as far as anybody knows. */
    NONE("None");

    private final String wireName;

    DeliveryMethod(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in the answers. */
    public String wireName() {
        return wireName;
    }
}
