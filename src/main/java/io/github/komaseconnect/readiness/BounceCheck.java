package io.github.komaseconnect.readiness;

import io.github.komaseconnect.bounce.BounceMailbox;
import io.github.komaseconnect.bounce.mailbox.MailboxDoor;
import io.github.komaseconnect.mailbox.ImapBox;
import io.github.komaseconnect.mailbox.MailboxVisit;
import jakarta.mail.MessagingException;

/** Whether a mailbox can be read in which mails come back: opens it and changes nothing. */
final class BounceCheck {
    private final MailboxDoor door;

    BounceCheck(MailboxDoor door) {
        this.door = door;
    }

    Finding look(BounceMailbox mailbox) {
        String place = mailbox.box().place();
        try (ImapBox box = door.open(mailbox)) {
            box.identity();
            return Finding.ok(
                    "check.bounces",
                    "De mailbox voor teruggekomen mail " + place + " is te lezen (er is niets aan veranderd).",
                    "The mailbox for mails that come back " + place + " can be read (nothing in it was changed).");
        } catch (MessagingException e) {
            return Finding.error(mailbox.unreadable(MailboxVisit.words(e)));
        }
    }
}
