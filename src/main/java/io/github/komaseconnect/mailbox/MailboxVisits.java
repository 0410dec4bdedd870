package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Visits to mailboxes, never two at a time to that of one owner. Safe for several threads. */
public final class MailboxVisits {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxVisits.class);

    private final MailboxDoor door;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Goes in by {@code door}. */
    public MailboxVisits(MailboxDoor door) {
        this.door = door;
    }

    /** Whether the mailbox of this owner is being visited. */
    public boolean isBusy(String owner) {
        return busy.contains(owner);
    }

    /**
     * Visits a mailbox, unless somebody does already. What goes wrong is told to the desk and not thrown; while the ledger
     * cannot be used nothing is, for whoever finds that says so.
     */
    public void visit(String owner, Mailbox mailbox, MailDesk desk) {
        if (!busy.add(owner)) {
            return;
        }
        try (ImapBox box = door.open(owner, mailbox)) {
            new MailboxVisit(box, desk).read();
            desk.works();
        } catch (MessagingException | IOException | UncheckedIOException e) {
            desk.fails(MailboxVisit.words(e));
        } catch (LedgerUnavailableException e) {
            LOG.warn("{}: mailbox {} waits for the ledger: {}", owner, mailbox.place(), e.getMessage());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("{}: mailbox {} cannot be read", owner, mailbox.place(), e);
            desk.fails(MailboxVisit.words(e));
        } finally {
            busy.remove(owner);
        }
    }
}
