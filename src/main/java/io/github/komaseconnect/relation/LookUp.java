package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/** What came of looking up the relation of an invoice. */
public sealed interface LookUp {
    /**
     * The relation (or the default method) decides where the invoice goes.
     *
     * @param warnings what a person should know of the address; none of it stops the invoice
     * @param insteadOfPeppol why it goes by the fallback, when it should go over Peppol and cannot even be tried there
     */
    record Decided(Destination destination, List<Reason> warnings, Optional<Reason> insteadOfPeppol) implements LookUp {
        public Decided {
            warnings = List.copyOf(warnings);
        }

        /** By the method that was chosen. */
        public Decided(Destination destination, List<Reason> warnings) {
            this(destination, warnings, Optional.empty());
        }

        /** Without anything to warn of. */
        public Decided(Destination destination) {
            this(destination, List.of());
        }
    }

    /** It cannot be decided without a person. */
    record Undecided(Reason reason) implements LookUp {}
}
