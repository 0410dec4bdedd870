package io.github.komaseconnect.bounce;

import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.reason.Reason;

/**
 * A mailbox in which mails come back.
 *
 * @param owner company; empty for that of the installation, in which those of all companies may be
 */
public record BounceMailbox(String owner, Mailbox box) {
    /** Whether mails of this company may come back in it. */
    boolean isFor(String company) {
        return owner.isEmpty() || owner.equals(company);
    }

    /** Why it is not read now. */
    public Reason unreadable(String fault) {
        return BounceReasons.mailbox(box, fault);
    }

    /** Cause of the alarm that it cannot be read. */
    String cause() {
        return "bounces/" + owner + "/mailbox";
    }
}
