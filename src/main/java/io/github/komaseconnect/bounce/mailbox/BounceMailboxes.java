package io.github.komaseconnect.bounce.mailbox;

import io.github.komaseconnect.bounce.BounceDesk;
import io.github.komaseconnect.bounce.BounceMailbox;
import io.github.komaseconnect.mailbox.MailDesk;
import io.github.komaseconnect.mailbox.MailboxDoor;
import io.github.komaseconnect.mailbox.MailboxVisits;
import io.github.komaseconnect.mailbox.NotUsableException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Visits the mailboxes in which mails come back. Only the beginning of each mail is read, which holds all that counts. */
public final class BounceMailboxes {
    private final BounceDesk desk;
    private final MailboxVisits visits;

    /** Goes in by {@code door}. */
    public BounceMailboxes(BounceDesk desk, MailboxDoor door) {
        this.desk = desk;
        this.visits = new MailboxVisits(door);
    }

    /** The mailboxes to be visited now. */
    public List<BounceMailbox> due() {
        return desk.mailboxes().stream()
                .filter(mailbox -> !visits.isBusy(mailbox.owner()))
                .toList();
    }

    /** Visits a mailbox; what goes wrong is told and not thrown. */
    public void visit(BounceMailbox mailbox) {
        visits.visit(mailbox.owner(), mailbox.box(), new Of(mailbox));
    }

    private final class Of implements MailDesk {
        private final BounceMailbox mailbox;

        Of(BounceMailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public Set<Long> known(String identity) {
            return desk.known(mailbox, identity);
        }

        @Override
        public void readBefore(String identity, long uid) {
            desk.readBefore(mailbox, identity, uid);
        }

        @Override
        public boolean take(String identity, long uid, Message message)
                throws MessagingException, IOException, NotUsableException {
            byte[] beginning;
            try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
                beginning = in.readNBytes(DeliveryReport.MOST_BYTES);
            }
            return desk.take(mailbox, identity, uid, DeliveryReport.read(beginning));
        }

        @Override
        public void unreadable(String identity, long uid, String subject, String fault) {
            desk.unreadable(mailbox, identity, uid, subject, fault);
        }

        @Override
        public void works() {
            desk.works(mailbox);
        }

        @Override
        public void fails(String fault) {
            desk.fails(mailbox, fault);
        }
    }
}
