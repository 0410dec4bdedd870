package io.github.komaseconnect.hook.mailbox;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.hook.MailboxDesk;
import io.github.komaseconnect.mailbox.MailDesk;
import io.github.komaseconnect.mailbox.MailboxDoor;
import io.github.komaseconnect.mailbox.MailboxVisits;
import io.github.komaseconnect.mailbox.NotUsableException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits the mailboxes of companies. A mail is marked as read once its invoices are in the ledger and the archive, and
 * nothing else is ever done to it; one that cannot be used is left, and stops no other.
 */
public final class HookMailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(HookMailboxes.class);

    private final MailboxDesk desk;
    private final MailboxVisits visits;
    private final Path tmp;
    private final long maxSize;
    private final Clock clock;

    /**
     * Goes in by {@code door}.
     *
     * @param tmp for attachments while they are looked at
     * @param maxSize of a mail, in bytes
     */
    public HookMailboxes(MailboxDesk desk, MailboxDoor door, Path tmp, long maxSize, Clock clock) {
        this.desk = desk;
        this.visits = new MailboxVisits(door);
        this.tmp = tmp;
        this.maxSize = maxSize;
        this.clock = clock;
    }

    /** The companies whose mailbox is to be visited now. */
    public List<Company> due() {
        return desk.companies().stream()
                .filter(company -> !visits.isBusy(company.key()))
                .toList();
    }

    /** Visits the mailbox of one company; what goes wrong is told and not thrown. */
    public void visit(Company company) {
        visits.visit(company.key(), company.hooks().mailbox().orElseThrow().box(), new OfCompany(company));
    }

    private final class OfCompany implements MailDesk {
        private final Company company;

        OfCompany(Company company) {
            this.company = company;
        }

        @Override
        public Set<Long> known(String mailbox) {
            return desk.known(company, mailbox);
        }

        @Override
        public void readBefore(String mailbox, long uid) {
            desk.readBefore(company, mailbox, uid);
        }

        @Override
        public boolean take(String mailbox, long uid, Message message)
                throws MessagingException, IOException, NotUsableException {
            Path folder = Files.createTempDirectory(tmp, "mail-");
            try {
                return desk.take(company, mailbox, uid, MailParts.of(message, folder, maxSize, clock));
            } finally {
                remove(folder);
            }
        }

        @Override
        public void unreadable(String mailbox, long uid, String subject, String fault) {
            desk.unreadable(company, mailbox, uid, subject, fault);
        }

        @Override
        public void works() {
            desk.works(company);
        }

        @Override
        public void fails(String fault) {
            desk.fails(company, fault);
        }
    }

    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("A temporary folder could not be removed: {}", folder, e);
        }
    }
}
