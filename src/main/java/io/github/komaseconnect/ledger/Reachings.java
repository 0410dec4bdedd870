package io.github.komaseconnect.ledger;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of who can be reached over Peppol, and which deliveries took the place of one that could not go there. */
public interface Reachings {
    /** What is known of this receiver for this kind of document. */
    Optional<KnownReach> find(String company, String receiver, DocumentType type);

    /** When this receiver could be reached last, with whatever kind of document. */
    Optional<Instant> reachedAt(String company, String receiver);

    /**
     * When an invoice of this relation (its Komas number) last got there over Peppol, by whatever identifier; as told by
     * eConnect, not as concluded from its acceptance.
     */
    Optional<Instant> relationReachedAt(String company, String relationNumber);

    /** Everything known for a company. */
    List<KnownReach> all(String company);

    /** Keeps an answer in the place of the one before. */
    void keep(KnownReach known);

    /** A document got there, as far as its acceptance tells: keeps that the receiver can be reached. */
    void reached(String company, String receiver, DocumentType type, Instant at);

    /**
     * A document that was accepted did not get there over Peppol: its receiver is to be asked for again, and what was
     * concluded from acceptances by a gateway that tells nothing else ({@link #reached}) is taken back, except for what did
     * arrive.
     *
     * @param why what the answer is replaced by
     */
    void notReached(Delivery delivery, DocumentType type, Reason why);

    /** Records that a delivery goes by the fallback, and why; {@code insteadOf} as in {@link FellBack}. */
    void fellBack(long deliveryId, Optional<Long> insteadOf, Instant at, Reason why);

    /** Whether, and why, this delivery goes by the fallback. */
    Optional<FellBack> fallback(long deliveryId);

    /**
     * A delivery that goes by the fallback.
     *
     * @param deliveryId the one that was planned instead of one over Peppol
     * @param insteadOf the one that could not go over Peppol; empty when none was even planned, for want of an identifier
     * @param at when it was planned
     * @param dutch why, one sentence
     * @param english the same in English
     */
    record FellBack(long deliveryId, Optional<Long> insteadOf, Instant at, String dutch, String english) {}
}
