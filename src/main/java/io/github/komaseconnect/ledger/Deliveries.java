package io.github.komaseconnect.ledger;

import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deliveries of the ledger and their attempts. */
public interface Deliveries {
    /** Makes a delivery that is to be tried at {@code dueAt}; gives its id. */
    long add(long invoiceId, String company, Destination destination, Instant dueAt);

    Optional<Delivery> find(long id);

    /** The deliveries of an invoice, newest first. */
    List<Delivery> of(long invoiceId);

    /** Companies that have something due. */
    List<String> companiesDue(Instant now);

    /**
     * What a company has due (to try or to clear up) by these methods, oldest first, those in {@code inHand} left out.
     */
    List<Delivery> due(
            String company, Instant now, Collection<SendingMethod> methods, Collection<Long> inHand, int limit);

    /** Deliveries whose attempt is open; after a crash these are in doubt. */
    List<Delivery> attempting();

    /**
     * Opens the next attempt of a delivery that is WAITING: row and state ATTEMPTING. Of several that try at the same
     * time, one succeeds.
     *
     * @throws IllegalStateException when it is not WAITING: nothing may be sent
     */
    Attempt open(long deliveryId);

    /**
     * As {@link #open}, for a worker: none when it is not WAITING any more, nor in a doubt that is cleared up by
     * {@link Delivery#isRepeated repeating}, or when its company was paused by a person.
     *
     * @param passage how it goes through eConnect, recorded with its first attempt; empty for other methods
     * @param startedAt when it counts as begun: not later than the other side may date what it gets, whichever clock is
     *     wrong
     */
    Optional<Attempt> begin(long deliveryId, Optional<Passage> passage, Instant startedAt);

    /**
     * Adds the outcome to an attempt that has none yet. {@code reason} parts may be empty.
     *
     * @return whether it had none; an outcome that is recorded stays as it is
     */
    boolean close(long attemptId, String outcome, String reference, String reasonCode, String dutch, String english);

    /** The attempts of a delivery, oldest first. */
    List<Attempt> attempts(long deliveryId);

    /** How many attempts by this method ended after {@code since} and not after {@code until}, by company. */
    Map<String, Integer> ended(SendingMethod method, Instant since, Instant until);

    /** How many attempts by this method are open, at whichever node, and began after {@code since}, by company. */
    Map<String, Integer> open(SendingMethod method, Instant since);

    /** The attempt that is open, if any. */
    Optional<Attempt> openAttempt(long deliveryId);

    /** Sets state and when it is due next; {@code failingSince} as in {@link Delivery}. */
    void state(long id, DeliveryState state, Optional<Instant> dueAt, Optional<Instant> failingSince);

    /** Its attempts were all refused for certain: the next one is another document, by the gateway in use then. */
    void forgetPassage(long id);

    /** It goes to other addresses of the same receiver from now on; only before an attempt that may have arrived. */
    void redirect(long id, List<String> addresses);

    /** It arrived. */
    void delivered(long id, String reference);

    /** Everything waiting on this channel is due at once (after a pause). */
    void dueNow(String company, Channel channel, Instant now);

    /** The invoice of the company that was sent with this reference, or under this document id, if any. */
    default Optional<Delivery> withReference(String company, String reference) {
        return Optional.ofNullable(withReferences(company, List.of(reference)).get(reference));
    }

    /** {@link #withReference} for several: by what they were asked for, those that there are. */
    Map<String, Delivery> withReferences(String company, Collection<String> references);
}
