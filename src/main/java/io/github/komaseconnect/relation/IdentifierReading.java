package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What came of reading an identifier that somebody typed. */
public sealed interface IdentifierReading {
    /**
     * It can be used.
     *
     * @param address the receiver
     * @param repairs what was certain enough to be repaired, in a fixed order; empty when it stood there as it should
     */
    record Valid(ElectronicAddress address, Set<Repair> repairs) implements IdentifierReading {
        public Valid {
            EnumSet<Repair> copy = EnumSet.noneOf(Repair.class);
            copy.addAll(repairs);
            repairs = Collections.unmodifiableSet(copy);
        }
    }

    /** It cannot be used; {@code reason} says what is wrong and, where that can be said, what was probably meant. */
    record Refused(Reason reason) implements IdentifierReading {}

    /** The address when it can be used. */
    default Optional<ElectronicAddress> usable() {
        return this instanceof Valid valid ? Optional.of(valid.address()) : Optional.empty();
    }

    /** Why it cannot be used. */
    default Optional<Reason> refusal() {
        return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
