package io.github.komaseconnect.econnect;

import io.github.komaseconnect.reason.Reason;

/**
 * What came of one call to eConnect. The domain decides on these and knows neither SOAP nor JSON.
 *
 * @param <T> what a call that was carried out gives
 */
public sealed interface Reply<T> {
    /** Carried out. */
    record Done<T>(T value) implements Reply<T> {}

    /** Refused for good: repeating the same call gives the same answer. */
    record Refused<T>(Reason reason) implements Reply<T> {}

    /** Certainly not carried out; may be repeated later. */
    record Temporary<T>(Reason reason) implements Reply<T> {}

    /** The request was (or may have been) written and no usable answer came: it may or may not have been carried out. */
    record InDoubt<T>(Reason reason) implements Reply<T> {}

    /** Certainly not carried out, for a cause that concerns every document of the company: keys, balance, permission. */
    record Blocked<T>(Reason reason) implements Reply<T> {}
}
