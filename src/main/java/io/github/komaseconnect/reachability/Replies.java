package io.github.komaseconnect.reachability;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.reason.Reason;

/** Why a question to eConnect had no answer. */
final class Replies {
    private Replies() {}

    static Reason reason(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refused.reason();
        }
        if (reply instanceof Reply.Temporary<?> temporary) {
            return temporary.reason();
        }
        if (reply instanceof Reply.InDoubt<?> doubt) {
            return doubt.reason();
        }
        if (reply instanceof Reply.Blocked<?> blocked) {
            return blocked.reason();
        }
        throw new IllegalArgumentException("an answer came");
    }
}
