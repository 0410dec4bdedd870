package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.List;

/** What came of looking up the relation of an invoice. */
public sealed interface LookUp {
    /**
     * The relation (or the default method) decides where the invoice goes.
     *
     * @param warnings what a person should know of the address; none of it stops the invoice
     */
    record Decided(Destination destination, List<Reason> warnings) implements LookUp {
        public Decided {
            warnings = List.copyOf(warnings);
        }

        /** Without anything to warn of. */
        public Decided(Destination destination) {
            this(destination, List.of());
        }
    }

    /** It cannot be decided without a person. */
    record Undecided(Reason reason) implements LookUp {}
}
