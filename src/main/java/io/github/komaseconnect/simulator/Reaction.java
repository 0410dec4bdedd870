package io.github.komaseconnect.simulator;

/** What happens on the connection once a request has been handled. */
sealed interface Reaction {
    /** The answer, whole. */
    record Answer(HttpAnswer answer) implements Reaction {}

    /** Half of the answer, then the connection ends. */
    record Half(HttpAnswer answer) implements Reaction {}

    /** TCP RST. */
    record Reset() implements Reaction {}

    /** Nothing, until the client ends the connection. */
    record Silence() implements Reaction {}
}
