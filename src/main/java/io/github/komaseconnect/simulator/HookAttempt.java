package io.github.komaseconnect.simulator;

import java.time.Instant;

/**
 * One attempt to tell a hook something.
 *
 * @param at when it ended, by the simulator's clock
 * @param number counts from 1 for each hook and event
 * @param result whether the hook took it
 * @param detail the HTTP status or what went wrong, in words for people
 */
public record HookAttempt(Instant at, String hookId, PsbEvent event, int number, Result result, String detail) {
    /** Whether the hook took it. */
    public enum Result {
        /** Answered with 2xx, or the mail was taken. */
        TAKEN,
        /** Anything else. */
        NOT_TAKEN
    }
}
