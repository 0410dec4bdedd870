package io.github.komaseconnect.relation;

/** What the fallback field of a relation says. */
public sealed interface FallbackChoice {
    /** A fallback of its own. */
    record Chosen(Fallback fallback) implements FallbackChoice {}

    /** Nothing: the company's fallback applies. */
    record NotChosen() implements FallbackChoice {}

    /** Words that we do not know: nothing is guessed, the invoice is held when it comes to a fallback. */
    record NotUnderstood(String word) implements FallbackChoice {}
}
