package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.company.Mailbox;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * One visit to a mailbox: TLS from the first byte, certificate and host name checked, time-outs on everything and on the
 * whole, and a bound to what the server says at a time.
 */
public final class ImapBox implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    /** Of a whole visit. What was dealt with by then stays so; the rest is for the next visit. */
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** The numbers and marks of {@link #MOST_MAILS} mails take about 1 MB. */
    private static final long MOST_AT_A_TIME = 4L << 20;
    /** A part comes in pieces of this size. */
    private static final String PIECE = "262144";
    /** A folder with more mails is not looked through further back. */
    private static final int MOST_MAILS = 10_000;

    private final Store store;
    private final Folder folder;
    private final Mailbox mailbox;
    private final AnswerBound bound;

    private ImapBox(Store store, Folder folder, Mailbox mailbox, AnswerBound bound) {
        this.store = store;
        this.folder = folder;
        this.mailbox = mailbox;
        this.bound = bound;
    }

    /**
     * Logs in and opens the folder.
     *
     * @param tls a trust of its own, for a server with a private certificate
     * @throws MessagingException also when the server is not the one it should be, or lets nobody in
     */
    public static ImapBox open(Mailbox mailbox, LogIn logIn, Optional<SSLSocketFactory> tls) throws MessagingException {
        return open(mailbox, logIn, tls, LONGEST);
    }

    /** As the other, for a visit of at most {@code longest}. */
    static ImapBox open(Mailbox mailbox, LogIn logIn, Optional<SSLSocketFactory> tls, Duration longest)
            throws MessagingException {
        AnswerBound bound = new AnswerBound(MOST_AT_A_TIME);
        Properties properties = properties(logIn);
        properties.put(
                "mail.imap.socketFactory",
                new GuardedSockets(
                        tls.orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault()), bound, longest));
        // the TLS is in these sockets
        Store store = Session.getInstance(properties).getStore("imap");
        try {
            store.connect(
                    mailbox.host(),
                    mailbox.port(),
                    mailbox.user(),
                    logIn.secret().value());
            Folder folder = store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapBox(store, folder, mailbox, bound);
        } catch (MessagingException e) {
            leave(store);
            throw e;
        }
    }

    private static Properties properties(LogIn logIn) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.setProperty("mail.imap.timeout", String.valueOf(SILENCE.toMillis()));
        properties.setProperty("mail.imap.writetimeout", String.valueOf(SILENCE.toMillis()));
        properties.setProperty("mail.imap.socketFactory.fallback", "false");
        if (logIn instanceof LogIn.ByToken) {
            properties.setProperty("mail.imap.auth.mechanisms", "XOAUTH2");
        }
        // looking at a mail does not make it read
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.partialfetch", "true");
        properties.setProperty("mail.imap.fetchsize", PIECE);
        properties.setProperty("mail.debug", "false");
        return properties;
    }

    /** What tells this mailbox from any other, also from one made anew under its name. */
    public String identity() throws MessagingException {
        return mailbox.place() + ";" + ((UIDFolder) folder).getUIDValidity();
    }

    /** A mail with its number in this mailbox. */
    public record Numbered(long uid, Message message) {}

    /** The mails that are not among these, oldest first. */
    public List<Numbered> without(Set<Long> known) throws MessagingException {
        int count = folder.getMessageCount();
        Message[] messages = count == 0 ? new Message[0] : folder.getMessages(Math.max(1, count - MOST_MAILS), count);
        FetchProfile numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        numbers.add(FetchProfile.Item.FLAGS);
        folder.fetch(messages, numbers);
        List<Numbered> found = new ArrayList<>();
        for (Message message : messages) {
            long uid = ((UIDFolder) folder).getUID(message);
            if (!known.contains(uid)) {
                found.add(new Numbered(uid, message));
            }
        }
        return found;
    }

    /** Whether it can still be used: when not, it is not the mail's fault. */
    public boolean isOpen() {
        return folder.isOpen() && store.isConnected();
    }

    /** Whether it cannot be used any more because the server said too much at a time, of the mail that was asked for last. */
    public boolean saidTooMuch() {
        return bound.exceeded();
    }

    /** Shows people that it was dealt with. */
    public void mark(Message message) throws MessagingException {
        message.setFlag(Flags.Flag.SEEN, true);
    }

    @Override
    public void close() {
        leave(store);
    }

    private static void leave(Store store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // what was to be done is done; a farewell that fails changes nothing
        }
    }
}
