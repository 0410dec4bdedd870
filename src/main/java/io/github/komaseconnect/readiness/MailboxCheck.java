package io.github.komaseconnect.readiness;

import io.github.komaseconnect.bounce.BounceMailbox;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.hook.MailboxDesk;
import io.github.komaseconnect.mailbox.ImapBox;
import io.github.komaseconnect.mailbox.MailboxDoor;
import io.github.komaseconnect.mailbox.MailboxVisit;
import io.github.komaseconnect.reason.Reason;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.function.Function;

/** Whether mailboxes can be read: opens them and changes nothing. */
final class MailboxCheck {
    private final MailboxDoor bounces;
    private final MailboxDoor hooks;

    /**
     * @param bounces to the mailboxes in which mails come back
     * @param hooks to those in which eConnect's mails arrive
     */
    MailboxCheck(MailboxDoor bounces, MailboxDoor hooks) {
        this.bounces = bounces;
        this.hooks = hooks;
    }

    Finding bounces(BounceMailbox mailbox) {
        return look(
                bounces,
                mailbox.owner(),
                mailbox.box(),
                Finding.ok(
                        "check.bounces",
                        "De mailbox voor teruggekomen mail " + mailbox.box().place()
                                + " is te lezen (er is niets aan veranderd).",
                        "The mailbox for mails that come back " + mailbox.box().place()
                                + " can be read (nothing in it was changed)."),
                mailbox::unreadable);
    }

    /** Of a company that has one. */
    List<Finding> hooks(Company company) {
        return company.hooks().mailbox().map(mailbox -> hooks(company, mailbox)).stream()
                .toList();
    }

    private Finding hooks(Company company, HookMailbox mailbox) {
        return look(
                hooks,
                company.key(),
                mailbox.box(),
                Finding.ok(
                        "check.hook-mailbox",
                        "De hookmailbox " + mailbox.place() + " is te lezen (er is niets aan veranderd).",
                        "The hook mailbox " + mailbox.place() + " can be read (nothing in it was changed)."),
                fault -> MailboxDesk.unreadable(mailbox, fault));
    }

    private static Finding look(
            MailboxDoor door, String owner, Mailbox mailbox, Finding fine, Function<String, Reason> unreadable) {
        try (ImapBox box = door.open(owner, mailbox)) {
            box.identity();
            return fine;
        } catch (MessagingException e) {
            return Finding.error(unreadable.apply(MailboxVisit.words(e)));
        }
    }
}
