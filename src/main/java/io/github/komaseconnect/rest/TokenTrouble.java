package io.github.komaseconnect.rest;

import java.time.Duration;
import java.util.Optional;

/** Why there is no token. Nothing of the call that needed it was sent. */
public sealed interface TokenTrouble {
    /** The identity server does not take client or user. */
    record Refused(int status, Optional<Problem> problem) implements TokenTrouble {}

    /** It answered that it cannot now. */
    record Overloaded(int status, Optional<Problem> problem, Optional<Duration> retryAfter) implements TokenTrouble {}

    /** It answered something of no use. */
    record Unusable(int status, String why) implements TokenTrouble {}

    /** It was not reached, or did not answer. */
    record Unreachable(Exception cause) implements TokenTrouble {}

    /** A file of ours could not be written or read. */
    record OwnFile(Exception cause) implements TokenTrouble {}
}
