package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.ledger.LedgerUnavailableException;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading of a mailbox. A mail is marked as read once its effect is durable, and nothing else is ever done to it; one
 * that cannot be used is left, and stops no other.
 */
public final class MailboxVisit {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxVisit.class);

    private final ImapBox box;
    private final MailDesk desk;

    /** What is in {@code box} is for {@code desk}. */
    public MailboxVisit(ImapBox box, MailDesk desk) {
        this.box = box;
        this.desk = desk;
    }

    /**
     * Offers each mail that was not dealt with before.
     *
     * @throws MessagingException when the mailbox cannot be read on, as {@link IOException}; the rest waits for next time
     */
    public void read() throws MessagingException, IOException {
        String identity = box.identity();
        Set<Long> known = desk.known(identity);
        List<ImapBox.Numbered> mails = box.without(known);
        if (!known.contains(MailDesk.FIRST_VISIT)) {
            mails = firstVisit(identity, mails);
        }
        for (ImapBox.Numbered mail : mails) {
            read(identity, mail);
        }
    }

    /** What people have read by then is theirs. From then on a mail that somebody reads sooner is taken all the same. */
    private List<ImapBox.Numbered> firstVisit(String identity, List<ImapBox.Numbered> mails) throws MessagingException {
        List<ImapBox.Numbered> rest = new ArrayList<>();
        for (ImapBox.Numbered mail : mails) {
            if (mail.message().isSet(Flags.Flag.SEEN)) {
                desk.readBefore(identity, mail.uid());
            } else {
                rest.add(mail);
            }
        }
        desk.readBefore(identity, MailDesk.FIRST_VISIT);
        return rest;
    }

    private void read(String identity, ImapBox.Numbered mail) throws MessagingException, IOException {
        try {
            if (desk.take(identity, mail.uid(), mail.message())) {
                box.mark(mail.message());
            }
        } catch (NotUsableException e) {
            desk.unreadable(identity, mail.uid(), subject(mail.message()), e.getMessage());
        } catch (MessagingException | IOException e) {
            if (box.saidTooMuch()) {
                // left, so that the next visit gets past it
                desk.unreadable(identity, mail.uid(), subject(mail.message()), words(e));
                throw e;
            }
            boolean ours = e instanceof FileSystemException;
            if (ours || !box.isOpen()) {
                throw e;
            }
            desk.unreadable(identity, mail.uid(), subject(mail.message()), words(e));
        } catch (LedgerUnavailableException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("A mail cannot be read: {}", identity, e);
            desk.unreadable(identity, mail.uid(), subject(mail.message()), words(e));
        }
    }

    /** What went wrong, for people. */
    public static String words(Throwable e) {
        return e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage());
    }

    private static String subject(Message message) {
        try {
            return Optional.ofNullable(message.getSubject()).orElse("");
        } catch (MessagingException e) {
            return "?";
        }
    }
}
