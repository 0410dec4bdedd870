package io.github.komaseconnect.reachability;

import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.util.Optional;

/** The four answers to whether a receiver can be reached over Peppol; never to be mixed up. */
public sealed interface Reach {
    /**
     * It can.
     *
     * @param receiver the identifier under which it is registered, of those that were asked for
     * @param channel by which eConnect reaches it, as eConnect calls it; may be empty
     */
    record Reachable(String receiver, String channel) implements Reach {}

    /** None of the identifiers is registered. One such answer proves little: a network misses a receiver now and then. */
    record NotRegistered(Reason reason) implements Reach {}

    /** Registered, but not for this kind of document. */
    record NotForType(Reason reason) implements Reach {}

    /**
     * No usable answer; says nothing of the receiver and changes nothing.
     *
     * @param restAskedFor for how long eConnect asks to be left alone
     */
    record NotChecked(Reason reason, Cause cause, Optional<Duration> restAskedFor) implements Reach {
        /** Without a wish of eConnect's. */
        public NotChecked(Reason reason) {
            this(reason, Cause.OF_THE_QUESTION, Optional.empty());
        }
    }

    /** What is in the way of an answer. */
    enum Cause {
        /** It came to nothing this time, or cannot be asked at all, or not by this account. */
        OF_THE_QUESTION,
        /** eConnect lets the company do nothing: keys or balance. */
        OF_THE_COMPANY
    }
}
