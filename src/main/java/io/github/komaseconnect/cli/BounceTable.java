package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Bounces;
import java.util.List;

/** Shows to a person how many mails lie in the mailboxes for mails that come back without being about an invoice. */
final class BounceTable {
    private final Terminal terminal;

    BounceTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void leftAlone(List<Bounces.LeftAlone> leftAlone) {
        if (leftAlone.isEmpty()) {
            return;
        }
        terminal.line("");
        for (Bounces.LeftAlone left : leftAlone) {
            String mailbox = (left.owner().isEmpty() ? "" : "company." + left.owner() + ".") + "mail.bounces";
            terminal.say(
                    "Postbus " + mailbox + ": " + left.mails()
                            + " mails gaan niet over een factuur en bleven ongemoeid.",
                    "Mailbox " + mailbox + ": " + left.mails() + " mails are about no invoice and were left alone.");
        }
    }
}
