package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who can be reached over the simulated Peppol network, companies of the simulator itself apart: those are always
 * reached, in their eConnect inbox. Ids may be written as {@code 0106:12345678} or {@code NL:KVK:12345678}.
 */
public final class PeppolReach {
    private final Set<String> exceptions;
    private final Rule rule;
    private final Map<String, Set<String>> documentTypes;

    private enum Rule {
        EVERYONE_EXCEPT,
        NOBODY_EXCEPT
    }

    private PeppolReach(Rule rule, Set<String> exceptions, Map<String, Set<String>> documentTypes) {
        this.rule = rule;
        this.exceptions = Set.copyOf(exceptions);
        this.documentTypes = Map.copyOf(documentTypes);
    }

    private PeppolReach(Rule rule, String... ids) {
        this(rule, Arrays.stream(ids).map(PeppolReach::canonical).collect(Collectors.toSet()), Map.of());
    }

    private static String canonical(String id) {
        return ReceiverId.canonical(id)
                .orElseThrow(() -> new IllegalArgumentException("not an id of a receiver: " + id));
    }

    /** Every well-formed Peppol id, save these. */
    public static PeppolReach everyoneExcept(String... ids) {
        return new PeppolReach(Rule.EVERYONE_EXCEPT, ids);
    }

    /** These and no others. */
    public static PeppolReach nobodyExcept(String... ids) {
        return new PeppolReach(Rule.NOBODY_EXCEPT, ids);
    }

    /** The same, but this receiver takes documents of these types only; who has no such list takes every type. */
    public PeppolReach acceptingOnly(String receiver, String... documentTypeIds) {
        Map<String, Set<String>> more = new HashMap<>(documentTypes);
        more.put(canonical(receiver), Set.of(documentTypeIds));
        return new PeppolReach(rule, exceptions, more);
    }

    /** Whether a receiver in canonical spelling takes documents of this type. */
    boolean accepts(String canonical, String documentTypeId) {
        return !documentTypes.containsKey(canonical)
                || documentTypes.get(canonical).contains(documentTypeId);
    }

    /** Whether a receiver in canonical spelling is registered; a foreign Company ID never is. */
    boolean reaches(String canonical) {
        if (canonical.startsWith("XC")) {
            return false;
        }
        return exceptions.contains(canonical) == (rule == Rule.NOBODY_EXCEPT);
    }
}
