package io.github.komaseconnect.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong with a call although the request is in order.
 *
 * @param moment on which side of the moment at which eConnect carries the call out
 * @param effect what the client sees
 */
public record Fault(Moment moment, Effect effect) {
    /** The request has always been read completely by then. */
    public enum Moment {
        /** Nothing has been carried out; unless the effect is a wait, nothing will be. */
        BEFORE_ACCEPTANCE,
        /** It has been carried out: a sent document is in the outbox, a fetched one is marked as downloaded. */
        AFTER_ACCEPTANCE
    }

    /** What the client sees. */
    public sealed interface Effect {
        /** The connection is reset (TCP RST). */
        record Reset() implements Effect {}

        /** An HTTP status without a SOAP fault, as a proxy or gateway gives. */
        record Status(int status, Optional<Duration> retryAfter) implements Effect {}

        /** An HTML page with status 200, as a proxy gives. */
        record ProxyPage() implements Effect {}

        /** Half of the bytes that Content-Length promises, then the end of the connection. */
        record HalfAnswer() implements Effect {}

        /** No answer at all, until the client gives up. */
        record Silence() implements Effect {}

        /** The call goes on after this time. */
        record Delay(Duration time) implements Effect {}

        /** The call goes on when the gate is opened. */
        record Hold(Gate gate) implements Effect {}

        /**
         * A SOAP fault, HTTP 500; at the PSB, this code and message in the error body, with HTTP 400 or the status that its
         * own codes name ({@code API404}).
         */
        record Refusal(String code, String message) implements Effect {}
    }

    /** Reset; the document was not accepted. */
    public static Fault resetBeforeAcceptance() {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.Reset());
    }

    /** Reset; the document was accepted. */
    public static Fault resetAfterAcceptance() {
        return new Fault(Moment.AFTER_ACCEPTANCE, new Effect.Reset());
    }

    /** A bare HTTP status such as 503 or 429, without Retry-After; not accepted. */
    public static Fault statusBeforeAcceptance(int status) {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.Status(status, Optional.empty()));
    }

    /** A bare HTTP status such as 503 or 429, with Retry-After in whole seconds; not accepted. */
    public static Fault statusBeforeAcceptance(int status, Duration retryAfter) {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.Status(status, Optional.of(retryAfter)));
    }

    /** A bare HTTP status such as 503; accepted all the same. */
    public static Fault statusAfterAcceptance(int status) {
        return new Fault(Moment.AFTER_ACCEPTANCE, new Effect.Status(status, Optional.empty()));
    }

    /** HTML with status 200; not accepted. */
    public static Fault proxyPage() {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.ProxyPage());
    }

    /** Accepted, but only half of the answer arrives. */
    public static Fault halfAnswer() {
        return new Fault(Moment.AFTER_ACCEPTANCE, new Effect.HalfAnswer());
    }

    /** Accepted, but no answer ever comes. */
    public static Fault silenceAfterAcceptance() {
        return new Fault(Moment.AFTER_ACCEPTANCE, new Effect.Silence());
    }

    /** Never accepted, and no answer ever comes. */
    public static Fault silenceBeforeAcceptance() {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.Silence());
    }

    /** Accepted late: perhaps when the client has long given up. */
    public static Fault delayBeforeAcceptance(Duration time) {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.Delay(time));
    }

    /** Accepted at once, answered late. */
    public static Fault delayAfterAcceptance(Duration time) {
        return new Fault(Moment.AFTER_ACCEPTANCE, new Effect.Delay(time));
    }

    /** Accepted when the gate opens. */
    public static Fault holdBeforeAcceptance(Gate gate) {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.Hold(gate));
    }

    /** Accepted at once, answered when the gate opens. */
    public static Fault holdAfterAcceptance(Gate gate) {
        return new Fault(Moment.AFTER_ACCEPTANCE, new Effect.Hold(gate));
    }

    /** A SOAP fault {@code <message> [<code>]}, or an error body of the PSB; not accepted. */
    public static Fault refusal(String code, String message) {
        return new Fault(Moment.BEFORE_ACCEPTANCE, new Effect.Refusal(code, message));
    }
}
