package io.github.komaseconnect.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Set;

/** Whoever deals with the mails of a mailbox, and remembers which ones were dealt with. */
public interface MailDesk {
    /** No mail has this number: it says that the mailbox was seen. */
    long FIRST_VISIT = 0;

    /**
     * The mails that need not be offered again, {@link #FIRST_VISIT} among them after the first visit.
     *
     * @param mailbox with its UIDVALIDITY
     */
    Set<Long> known(String mailbox);

    /** Somebody read it before this program saw the mailbox for the first time; or that is over now. */
    void readBefore(String mailbox, long uid);

    /**
     * Deals with a mail: when this returns, what follows from it is durable, and also that it need not be offered again.
     *
     * @return whether it was meant for us, so that it may be marked
     * @throws NotUsableException when nothing can be done with it
     * @throws MessagingException when the server or the mail is at fault, as {@link IOException}
     */
    boolean take(String mailbox, long uid, Message message) throws MessagingException, IOException, NotUsableException;

    /** It is left where it is, and not offered again. */
    void unreadable(String mailbox, long uid, String subject, String fault);

    /** The mailbox was read to its end. */
    void works();

    /** The mailbox cannot be read now, or not to its end; what was dealt with stays so. */
    void fails(String fault);
}
