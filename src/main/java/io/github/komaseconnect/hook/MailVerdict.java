package io.github.komaseconnect.hook;

import io.github.komaseconnect.reason.Reason;

/** What becomes of a mail in a hook mailbox. */
public sealed interface MailVerdict {
    /** Its invoices are in the ledger and the archive. */
    record Taken(int invoices) implements MailVerdict {}

    /** It is left alone, and people are told once. */
    record Left(Reason reason) implements MailVerdict {}

    /** It is somebody else's and left alone without a word. */
    record NotForUs(Reason reason) implements MailVerdict {}
}
