package io.github.komaseconnect.simulator;

/** What becomes of a document that the PSB accepted. */
public enum SendOutcome {
    /** It reaches the receiver: InvoiceSent. */
    SENT,
    /** It has not reached the receiver yet: InvoiceSentRetry, and more when a test says so. */
    RETRIED,
    /** It never will: InvoiceSentError. */
    FAILED,
    /** Nothing is told until a test says so. */
    PENDING
}
