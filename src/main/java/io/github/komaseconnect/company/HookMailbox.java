package io.github.komaseconnect.company;

/**
 * A mailbox in which eConnect's mails about purchase invoices arrive.
 *
 * @param sender domain or address from which eConnect mails; of a domain its subdomains too
 */
public record HookMailbox(Mailbox box, String sender) {
    /** Where it is, without anything secret. */
    public String place() {
        return box.place();
    }
}
