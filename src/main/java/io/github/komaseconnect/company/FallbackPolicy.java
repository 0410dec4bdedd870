package io.github.komaseconnect.company;

import io.github.komaseconnect.relation.Fallback;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a company allows for customers who are not on Peppol.
 *
 * @param fallback for relations that say nothing else
 * @param country where the company is established, ISO 3166-1 alpha-2
 * @param strictCountries receivers in these get Peppol or nothing, whatever a relation says; ISO 3166-1 alpha-2
 */
public record FallbackPolicy(Fallback fallback, String country, Set<String> strictCountries) {
    private static final String BELGIUM = "BE";

    /** A company in Belgium must send its customers there e-invoices (mandatory between businesses since 2026). */
    public FallbackPolicy {
        Set<String> strict = new TreeSet<>(strictCountries);
        if (country.equals(BELGIUM)) {
            strict.add(BELGIUM);
        }
        strictCountries = Set.copyOf(strict);
    }

    /** Nothing but Peppol, for a company in the Netherlands. */
    public static FallbackPolicy none() {
        return new FallbackPolicy(Fallback.NONE, "NL", Set.of());
    }
}
