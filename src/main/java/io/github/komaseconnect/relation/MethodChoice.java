package io.github.komaseconnect.relation;

/** What the sending method field of a relation says. */
public sealed interface MethodChoice {
    /** A method that we know; {@code word} is as it was typed. */
    record Chosen(SendingMethod method, String word) implements MethodChoice {}

    /** Peppol when the customer can be reached there, else the fallback; {@code word} is as it was typed. */
    record Auto(String word) implements MethodChoice {}

    /** Nothing: the company's default method applies. */
    record NotChosen() implements MethodChoice {}

    /** A word that we do not know: an invoice for this relation is held. */
    record NotUnderstood(String word) implements MethodChoice {}
}
