package io.github.komaseconnect.ledger;

import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What eConnect told by hooks. Any node may store; only the node that has the company processes, as with all that belongs
 * to it.
 */
public interface HookEvents {
    /** Records one that came, to be processed at once, or that it came again. Whether it is new. */
    boolean store(HookEvent.Arrived arrived);

    /**
     * Companies for which something is to be processed.
     *
     * @param beyond what waits until after this was put off by a clock that was wrong, and is due too
     */
    List<String> companiesDue(Instant now, Instant beyond);

    /** What is to be processed for a company, oldest first; {@code beyond} as in {@link #companiesDue}. */
    List<HookEvent> due(String company, Instant now, Instant beyond, int limit);

    Optional<HookEvent> find(long id);

    /** Nothing more to do about it, for now. */
    void finish(long id, HookEvent.State state, Optional<Reason> reason);

    /** To be taken up again. */
    void later(long id, Instant dueAt, int tries);

    /** Those of the company that are kept, of these topics, are to be processed after all. How many. */
    int wake(String company, Collection<String> topics);

    /** Those of the company that came after {@code since} and are held for a reason of this code are to be processed again. How many. */
    int wakeHeld(String company, String reasonCode, Instant since);

    /** How many of the company are held for a reason of this code, or were until they were woken. */
    int countHeld(String company, String reasonCode);

    /** Of the newest event of this topic, when it came to be at eConnect. */
    Optional<Instant> latest(String company, String topic);

    /** How many of this topic came to be at eConnect after {@code since}. */
    int countSince(String company, String topic, Instant since);

    /** So many were refused since this was told last. */
    void refused(String company, int times, Instant at);

    /** One row for each company that has anything. */
    List<HookTraffic> traffic();

    /** The mails of this mailbox that were dealt with, by their UID. */
    List<Long> knownMails(String company, String mailbox);

    /** This mail is dealt with. */
    void mail(HookMail mail);
}
