package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who can be reached over the simulated Peppol network, companies of the simulator itself apart: those are always
 * reached, in their eConnect inbox. Ids may be written as {@code 0106:12345678} or {@code NL:KVK:12345678}.
 */
public final class PeppolReach {
    private final Set<String> exceptions;
    private final Rule rule;

    private enum Rule {
        EVERYONE_EXCEPT,
        NOBODY_EXCEPT
    }

    private PeppolReach(Rule rule, String... ids) {
        this.rule = rule;
        this.exceptions = Arrays.stream(ids)
                .map(id -> ReceiverId.canonical(id)
                        .orElseThrow(() -> new IllegalArgumentException("not an id of a receiver: " + id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every well-formed Peppol id, save these. */
    public static PeppolReach everyoneExcept(String... ids) {
        return new PeppolReach(Rule.EVERYONE_EXCEPT, ids);
    }

    /** These and no others. */
    public static PeppolReach nobodyExcept(String... ids) {
        return new PeppolReach(Rule.NOBODY_EXCEPT, ids);
    }

    /** Whether a receiver in canonical spelling is registered; a foreign Company ID never is. */
    boolean reaches(String canonical) {
        if (canonical.startsWith("XC")) {
            return false;
        }
        return exceptions.contains(canonical) == (rule == Rule.NOBODY_EXCEPT);
    }
}
