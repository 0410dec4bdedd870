package io.github.komaseconnect.bounce.mailbox;

import io.github.komaseconnect.bounce.BounceDesk;
import io.github.komaseconnect.bounce.BounceMailbox;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.mailbox.ImapBox;
import io.github.komaseconnect.mailbox.MailDesk;
import io.github.komaseconnect.mailbox.MailboxVisit;
import io.github.komaseconnect.mailbox.NotUsableException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Visits the mailboxes in which mails come back. Only the beginning of each mail is read, which holds all that counts. */
public final class BounceMailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(BounceMailboxes.class);

    private final BounceDesk desk;
    private final MailboxDoor door;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Goes in by {@code door}. */
    public BounceMailboxes(BounceDesk desk, MailboxDoor door) {
        this.desk = desk;
        this.door = door;
    }

    /** The mailboxes to be visited now. */
    public List<BounceMailbox> due() {
        return desk.mailboxes().stream()
                .filter(mailbox -> !busy.contains(mailbox.owner()))
                .toList();
    }

    /** Visits a mailbox; what goes wrong is told and not thrown. */
    public void visit(BounceMailbox mailbox) {
        if (!busy.add(mailbox.owner())) {
            return;
        }
        try (ImapBox box = door.open(mailbox)) {
            new MailboxVisit(box, new Of(mailbox)).read();
            desk.works(mailbox);
        } catch (MessagingException | IOException | UncheckedIOException e) {
            desk.fails(mailbox, MailboxVisit.words(e));
        } catch (LedgerUnavailableException e) {
            LOG.warn("{}: the bounce mailbox waits for the ledger: {}", mailbox.owner(), e.getMessage());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("{}: the bounce mailbox cannot be read", mailbox.owner(), e);
            desk.fails(mailbox, MailboxVisit.words(e));
        } finally {
            busy.remove(mailbox.owner());
        }
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
    }
}
