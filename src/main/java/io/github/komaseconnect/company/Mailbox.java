package io.github.komaseconnect.company;

/**
 * A mailbox that is read by IMAP over TLS.
 *
 * @param folder such as {@code INBOX}
 */
public record Mailbox(String host, int port, String user, String folder) {
    /** Where it is, without anything secret. */
    public String place() {
        return user + " @ " + host + ":" + port + "/" + folder;
    }
}
