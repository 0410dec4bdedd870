package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;

/** What came of looking up the relation of an invoice. */
public sealed interface LookUp {
    /** The relation (or the default method) decides where the invoice goes. */
    record Decided(Destination destination) implements LookUp {}

    /** It cannot be decided without a person. */
    record Undecided(Reason reason) implements LookUp {}
}
