package io.github.komaseconnect.econnect;

import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of one call to eConnect. The domain decides on these and knows neither SOAP nor JSON.
 *
 * @param <T> what a call that was carried out gives
 */
public sealed interface Reply<T> {
    /**
     * For how long eConnect is left alone at most when it asks for that: nobody would notice a typing error in a longer time,
     * so it is asked again all the same.
     */
    Duration LONGEST_REST = Duration.ofHours(1);

    /** Carried out. */
    record Done<T>(T value) implements Reply<T> {}

    /** Refused for good: repeating the same call gives the same answer. */
    record Refused<T>(Reason reason) implements Reply<T> {}

    /**
     * Certainly not carried out; may be repeated later.
     *
     * @param retryAfter for how long eConnect asks to be left alone, of all that the company wants
     */
    record Temporary<T>(Reason reason, Optional<Duration> retryAfter) implements Reply<T> {
        /** Without a wish of eConnect's. */
        public Temporary(Reason reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * The request was (or may have been) written and no usable answer came: it may or may not have been carried out.
     *
     * @param retryAfter for how long eConnect asks to be left alone, of all that the company wants
     */
    record InDoubt<T>(Reason reason, Optional<Duration> retryAfter) implements Reply<T> {
        /** Without a wish of eConnect's. */
        public InDoubt(Reason reason) {
            this(reason, Optional.empty());
        }
    }

    /** Certainly not carried out, for a cause that concerns every document of the company: keys, balance, permission. */
    record Blocked<T>(Reason reason) implements Reply<T> {}

    /** Why it was not carried out, or is not known to be; empty when it was. */
    default Optional<Reason> trouble() {
        if (this instanceof Refused<T> refused) {
            return Optional.of(refused.reason());
        }
        if (this instanceof Temporary<T> temporary) {
            return Optional.of(temporary.reason());
        }
        if (this instanceof InDoubt<T> inDoubt) {
            return Optional.of(inDoubt.reason());
        }
        return this instanceof Blocked<T> blocked ? Optional.of(blocked.reason()) : Optional.empty();
    }

    /** For how long eConnect asks to be left alone, whatever was asked. */
    default Optional<Duration> restAskedFor() {
        if (this instanceof Temporary<T> temporary) {
            return temporary.retryAfter();
        }
        return this instanceof InDoubt<T> inDoubt ? inDoubt.retryAfter() : Optional.empty();
    }
}
