package io.github.komaseconnect.psb;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.reason.Reason;

/** What came of a call to the PSB. */
sealed interface Outcome {
    /** Carried out; the answer is in its file. */
    record Carried(int status) implements Outcome {}

    /** 404: there is no such thing. */
    record Unknown(Reason reason) implements Outcome {}

    /** 409: it was carried out before. */
    record Duplicate() implements Outcome {}

    /** @param reply one that is not {@code Done} */
    record NotDone(Reply<?> reply) implements Outcome {}

    /** The same reply for a call that would have given something else. */
    static <T> Reply<T> same(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return new Reply.Refused<>(refused.reason());
        }
        if (reply instanceof Reply.Blocked<?> blocked) {
            return new Reply.Blocked<>(blocked.reason());
        }
        if (reply instanceof Reply.Temporary<?> temporary) {
            return new Reply.Temporary<>(temporary.reason(), temporary.retryAfter());
        }
        if (reply instanceof Reply.InDoubt<?> doubt) {
            return new Reply.InDoubt<>(doubt.reason(), doubt.retryAfter());
        }
        throw new IllegalArgumentException("This reply has a value");
    }
}
