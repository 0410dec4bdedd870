package io.github.komaseconnect.hook.mailbox;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.hook.MailboxDesk;
import io.github.komaseconnect.hook.ReceivedMail;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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

    /** No mail has this number: it says that the mailbox was seen. */
    private static final long FIRST_VISIT = 0;

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
        try (ImapBox box = ImapBox.open(mailbox, passwords.apply(company.key()), tls)) {
            read(company, box);
            desk.works(company);
        } catch (MessagingException | IOException | UncheckedIOException e) {
            desk.fails(company, words(e));
        } catch (LedgerUnavailableException e) {
            LOG.warn("{}: the hook mailbox waits for the ledger: {}", company.key(), e.getMessage());
        } finally {
            busy.remove(company.key());
        }
    }

    private static String words(Exception e) {
        return e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage());
    }

    private void read(Company company, ImapBox box) throws MessagingException, IOException {
        String identity = box.identity();
        Set<Long> known = desk.known(company, identity);
        List<ImapBox.Numbered> mails = box.without(known);
        if (!known.contains(FIRST_VISIT)) {
            mails = firstVisit(company, identity, mails);
        }
        for (ImapBox.Numbered mail : mails) {
            read(company, box, identity, mail);
        }
    }

    /** What people have read by then is theirs. From then on a mail that somebody reads sooner is taken all the same. */
    private List<ImapBox.Numbered> firstVisit(Company company, String identity, List<ImapBox.Numbered> mails)
            throws MessagingException {
        List<ImapBox.Numbered> rest = new ArrayList<>();
        for (ImapBox.Numbered mail : mails) {
            if (mail.message().isSet(Flags.Flag.SEEN)) {
                desk.readBefore(company, identity, mail.uid());
            } else {
                rest.add(mail);
            }
        }
        desk.readBefore(company, identity, FIRST_VISIT);
        return rest;
    }

    private void read(Company company, ImapBox box, String identity, ImapBox.Numbered mail)
            throws MessagingException, IOException {
        Path folder = Files.createTempDirectory(tmp, "mail-");
        try {
            ReceivedMail received = MailParts.of(mail.message(), folder, maxSize, clock);
            if (desk.take(company, identity, mail.uid(), received)) {
                box.mark(mail.message());
            }
        } catch (MailParts.NotUsableException e) {
            desk.unreadable(company, identity, mail.uid(), subject(mail.message()), e.getMessage());
        } catch (MessagingException | IOException e) {
            boolean ours = e instanceof FileSystemException;
            if (ours || !box.isOpen()) {
                throw e;
            }
            desk.unreadable(company, identity, mail.uid(), subject(mail.message()), words(e));
        } catch (LedgerUnavailableException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{}: a mail cannot be read", company.key(), e);
            desk.unreadable(company, identity, mail.uid(), subject(mail.message()), words(e));
        } finally {
            remove(folder);
        }
    }

    private static String subject(Message message) {
        try {
            return Optional.ofNullable(message.getSubject()).orElse("");
        } catch (MessagingException e) {
            return "?";
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
