package io.github.komaseconnect.simulator;

import java.time.Instant;

/**
 * One HTTP request and how it ended.
 *
 * @param at when it ended, by the simulator's clock
 * @param detail the fault code, the HTTP status or the injected fault, in words for people
 */
public record Call(Instant at, CallDetails details, Outcome outcome, String detail) {
    /** How a call ended. */
    public enum Outcome {
        /** Carried out and answered. */
        ANSWERED,
        /** Refused with a SOAP fault of the simulator's own. */
        FAULT,
        /** Refused with an HTTP status: path, method, length, type or subscription key. */
        REFUSED,
        /** Ended by a fault that was injected. */
        INJECTED
    }
}
