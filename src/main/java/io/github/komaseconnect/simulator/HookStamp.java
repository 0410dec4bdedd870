package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * How an event is posted out of the ordinary; it is then posted once, whatever the answer.
 *
 * @param sentOn other than now
 * @param secret other than the hook's own; empty text: no signature at all
 * @param body other than what the event comes to, e.g. no JSON
 */
public record HookStamp(Optional<Instant> sentOn, Optional<String> secret, Optional<String> body) {
    /** Stamped now, and rightly signed. */
    public static HookStamp now() {
        return new HookStamp(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Stamped at this moment, and rightly signed unless said otherwise. */
    public HookStamp sentOn(Instant moment) {
        return new HookStamp(Optional.of(moment), secret, body);
    }

    /** Signed with this secret, which is not the hook's. */
    public HookStamp signedWith(String otherSecret) {
        return new HookStamp(sentOn, Optional.of(otherSecret), body);
    }

    /** Without a signature. */
    public HookStamp unsigned() {
        return new HookStamp(sentOn, Optional.of(""), body);
    }

    /** With this as the raw body. */
    public HookStamp withBody(String raw) {
        return new HookStamp(sentOn, secret, Optional.of(raw));
    }
}
