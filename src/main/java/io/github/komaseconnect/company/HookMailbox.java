package io.github.komaseconnect.company;

/**
 * A mailbox in which eConnect's mails about purchase invoices arrive, read by IMAP over TLS.
 *
 * @param folder such as {@code INBOX}
 * @param sender domain or address from which eConnect mails; of a domain its subdomains too
 */
public record HookMailbox(String host, int port, String user, String folder, String sender) {
    /** Where it is, without anything secret. */
    public String place() {
        return user + " @ " + host + ":" + port + "/" + folder;
    }
}
