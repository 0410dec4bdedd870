package io.github.komaseconnect.platform;

/** What came of one call with a valid session. */
sealed interface Outcome {
    /** eConnect carried it out; {@code response} is the element of this operation. */
    record Responded(Element response) implements Outcome {}

    /** eConnect said no. */
    record Faulted(Fault fault) implements Outcome {}

    /** There is no answer to go by. */
    record NotDone(Setback setback) implements Outcome {}
}
