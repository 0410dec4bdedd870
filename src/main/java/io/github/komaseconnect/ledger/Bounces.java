package io.github.komaseconnect.ledger;

import java.util.List;
import java.util.Set;

/**
 * Mails that came back. Whoever reads a mailbox stores; only the node that has the company of a delivery draws the
 * consequence, as with all that belongs to it.
 */
public interface Bounces {
    /** What was done with a mail of a bounce mailbox. */
    enum Outcome {
        /** It is about a mail of ours, and what it says is recorded. */
        TAKEN,
        /** Nothing for us in it. */
        LEFT,
        /** Somebody read it before this program saw the mailbox. */
        READ_BEFORE
    }

    /**
     * The mails of this mailbox that were dealt with, by their UID.
     *
     * @param owner company, or empty for the mailbox of the installation
     */
    List<Long> knownMails(String owner, String mailbox);

    /** This mail is dealt with. */
    void mail(String owner, String mailbox, long uid, Outcome outcome, String subject);

    /**
     * Records what was said, unless just that was said of this delivery before.
     *
     * @param bounce its id and time mean nothing yet
     */
    void add(Bounce bounce);

    /** Those of the company of which the consequence is still to be drawn, oldest first. */
    List<Bounce> waiting(String company, int limit);

    /** Its consequence is drawn, in this transaction. Whether it was still to be drawn. */
    boolean done(long id);

    /** How many mails in mailboxes were left alone because nothing in them was for us; one entry for each owner. */
    List<LeftAlone> leftAlone();

    /** So many mails of an owner's mailbox. */
    record LeftAlone(String owner, int mails) {}

    /** Copies of this delivery go to these addresses as well; none is forgotten when others follow. */
    void copiesGoTo(long deliveryId, List<String> addresses);

    /** To whom copies of this delivery went, lower case. */
    Set<String> copies(long deliveryId);
}
