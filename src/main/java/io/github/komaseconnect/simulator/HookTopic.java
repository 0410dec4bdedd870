package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.Optional;

/** What a hook can be told about. */
public enum HookTopic {
    /** A document is there to be downloaded. */
    INVOICE_RECEIVED("InvoiceReceived"),
    /** A document came that the PSB refused. */
    INVOICE_RECEIVED_ERROR("InvoiceReceivedError"),
    /** A sent document has reached the receiver. */
    INVOICE_SENT("InvoiceSent"),
    /** A sent document will never reach the receiver. */
    INVOICE_SENT_ERROR("InvoiceSentError"),
    /** A sent document has not reached the receiver yet. */
    INVOICE_SENT_RETRY("InvoiceSentRetry"),
    /** The buyer answered. */
    INVOICE_RESPONSE_RECEIVED("InvoiceResponseReceived"),
    /** An answer of ours has reached the supplier. */
    INVOICE_RESPONSE_SENT("InvoiceResponseSent"),
    /** The receiving access point took the message, or did not. */
    MESSAGE_LEVEL_STATUS_RECEIVED("MessageLevelStatusReceived"),
    /** A hook was told something. */
    HOOK_SENT("HookSent"),
    /** A hook could not be told something, and will be again. */
    HOOK_SENT_RETRY("HookSentRetry"),
    /** A hook could not be told something, and will not be any more. */
    HOOK_SENT_ERROR("HookSentError"),
    /** Somebody called {@code hook/ping}. */
    PING("Ping");

    private final String wireName;

    HookTopic(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in hooks and events. */
    public String wireName() {
        return wireName;
    }

    /** The topic with this name. */
    public static Optional<HookTopic> named(String wireName) {
        return Arrays.stream(values())
                .filter(topic -> topic.wireName.equals(wireName))
                .findFirst();
    }

    /** Whether it tells about hooks themselves. */
    boolean isAboutHooks() {
        return wireName.startsWith("Hook");
    }

    /** Whether {@code wanted}, which may begin with an asterisk, means this topic. */
    boolean is(String wanted) {
        return wanted.startsWith("*") ? wireName.endsWith(wanted.substring(1)) : wireName.equals(wanted);
    }

    /** Whether {@code wanted} means any topic at all. */
    static boolean isKnown(String wanted) {
        return Arrays.stream(values()).anyMatch(topic -> topic.is(wanted));
    }
}
