package io.github.komaseconnect.ledger;

/**
 * A mail of a hook mailbox that was dealt with.
 *
 * @param mailbox server, user, folder and its UIDVALIDITY
 * @param uid of the mail in it
 * @param dutch why it was left alone; empty when it was taken
 * @param english the same in English
 */
public record HookMail(
        String company,
        String mailbox,
        long uid,
        Outcome outcome,
        String sender,
        String subject,
        String dutch,
        String english) {
    /** What was done with it. */
    public enum Outcome {
        /** Its invoices are in the ledger and the archive. */
        TAKEN,
        /** Nothing for us in it. */
        LEFT
    }
}
