package io.github.komaseconnect.hook.mailbox;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.hook.MailboxDesk;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.mailbox.ImapBox;
import io.github.komaseconnect.mailbox.LogIn;
import io.github.komaseconnect.mailbox.MailDesk;
import io.github.komaseconnect.mailbox.MailboxVisit;
import io.github.komaseconnect.mailbox.NotUsableException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits the mailboxes of companies. A mail is marked as read once its invoices are in the ledger and the archive, and
 * nothing else is ever done to it; one that cannot be used is left, and stops no other.
 */
public final class HookMailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(HookMailboxes.class);

    private final MailboxDesk desk;
    private final Function<String, Secret> passwords;
    private final Optional<SSLSocketFactory> tls;
    private final Path tmp;
    private final long maxSize;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /**
     * Trusts the certificates that Java trusts, unless {@code tls} has a trust of its own.
     *
     * @param passwords of a company's mailbox as it is now
     * @param tmp for attachments while they are looked at
     * @param maxSize of a mail, in bytes
     */
    public HookMailboxes(
            MailboxDesk desk,
            Function<String, Secret> passwords,
            Optional<SSLSocketFactory> tls,
            Path tmp,
            long maxSize,
            Clock clock) {
        this.desk = desk;
        this.passwords = passwords;
        this.tls = tls;
        this.tmp = tmp;
        this.maxSize = maxSize;
        this.clock = clock;
    }

    /** The companies whose mailbox is to be visited now. */
    public List<Company> due() {
        return desk.companies().stream()
                .filter(company -> !busy.contains(company.key()))
                .toList();
    }

    /** Visits the mailbox of one company; what goes wrong is told and not thrown. */
    public void visit(Company company) {
        if (!busy.add(company.key())) {
            return;
        }
        HookMailbox mailbox = company.hooks().mailbox().orElseThrow();
        LogIn logIn = new LogIn.ByPassword(passwords.apply(company.key()));
        try (ImapBox box = ImapBox.open(mailbox.box(), logIn, tls)) {
            new MailboxVisit(box, new OfCompany(company)).read();
            desk.works(company);
        } catch (MessagingException | IOException | UncheckedIOException e) {
            desk.fails(company, MailboxVisit.words(e));
        } catch (LedgerUnavailableException e) {
            LOG.warn("{}: the hook mailbox waits for the ledger: {}", company.key(), e.getMessage());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("{}: the hook mailbox cannot be read", company.key(), e);
            desk.fails(company, MailboxVisit.words(e));
        } finally {
            busy.remove(company.key());
        }
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
