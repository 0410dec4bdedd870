package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a call gave nothing, and what that means for repeating it.
 *
 * @param retryAfter how long the other side asks to wait
 */
record Setback(Kind kind, Reason reason, Optional<Duration> retryAfter) {
    Setback(Kind kind, Reason reason) {
        this(kind, reason, Optional.empty());
    }

    /** The replies without a value. */
    enum Kind {
        REFUSED,
        TEMPORARY,
        IN_DOUBT,
        BLOCKED
    }

    /** A call of which nobody knows whether it was carried out. */
    static Setback uncertain(Operation operation, Reason reason) {
        return new Setback(
                operation.repetition() == Operation.Repetition.HARMFUL ? Kind.IN_DOUBT : Kind.TEMPORARY, reason);
    }

    /** The same, and the other side asks to wait. */
    Setback waiting(Optional<Duration> time) {
        return new Setback(kind, reason, time);
    }

    static Setback temporary(Reason reason) {
        return new Setback(Kind.TEMPORARY, reason);
    }

    static Setback refused(Reason reason) {
        return new Setback(Kind.REFUSED, reason);
    }

    static Setback blocked(Reason reason) {
        return new Setback(Kind.BLOCKED, reason);
    }

    /** What a reply without a value says; not for a reply that has one. */
    static Setback of(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refused(refused.reason());
        }
        if (reply instanceof Reply.InDoubt<?> inDoubt) {
            return new Setback(Kind.IN_DOUBT, inDoubt.reason(), inDoubt.retryAfter());
        }
        if (reply instanceof Reply.Blocked<?> blocked) {
            return blocked(blocked.reason());
        }
        if (reply instanceof Reply.Temporary<?> temporary) {
            return temporary(temporary.reason()).waiting(temporary.retryAfter());
        }
        throw new IllegalArgumentException("This reply has a value");
    }

    <T> Reply<T> reply() {
        return switch (kind) {
            case REFUSED -> new Reply.Refused<>(reason);
            case TEMPORARY -> new Reply.Temporary<>(reason, retryAfter);
            case IN_DOUBT -> new Reply.InDoubt<>(reason, retryAfter);
            case BLOCKED -> new Reply.Blocked<>(reason);
        };
    }
}
