package io.github.komaseconnect.relation;

import com.helger.peppolid.peppol.pidscheme.EPredefinedParticipantIdentifierScheme;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The schemes of Peppol participants: which codes there are (the official list, from the library), and which names
 * people may type for them (a table of our own: in the official list {@code NL:OIN} means the removed scheme 9954, while
 * Komas and eConnect mean 0190 by it).
 */
final class SchemeList {
    /** Whether a code can be used. */
    enum Standing {
        IN_USE,
        REMOVED,
        UNKNOWN
    }

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NL:KVK", ElectronicAddress.COC),
            Map.entry("KVK", ElectronicAddress.COC),
            Map.entry("KVKNUMMER", ElectronicAddress.COC),
            Map.entry("COC", ElectronicAddress.COC),
            Map.entry("NL:OIN", ElectronicAddress.OIN),
            Map.entry("NL:OINO", ElectronicAddress.OIN),
            Map.entry("OIN", ElectronicAddress.OIN),
            Map.entry("OINO", ElectronicAddress.OIN),
            Map.entry("NL:VAT", ElectronicAddress.DUTCH_VAT),
            Map.entry("BTW", ElectronicAddress.DUTCH_VAT),
            Map.entry("BE:EN", ElectronicAddress.BELGIAN_ENTERPRISE),
            Map.entry("GLN", ElectronicAddress.GLN));

    /** What took the place of a removed scheme, where that is one scheme. */
    private static final Map<String, String> SUCCESSORS = Map.ofEntries(
            Map.entry("9954", ElectronicAddress.OIN),
            Map.entry("9956", ElectronicAddress.BELGIAN_ENTERPRISE),
            Map.entry("0037", "0216"),
            Map.entry("9902", "0184"),
            Map.entry("9904", "0198"),
            Map.entry("9906", "0211"),
            Map.entry("9907", "0210"),
            Map.entry("9908", "0192"),
            Map.entry("9921", "0201"),
            Map.entry("9955", "0007"),
            Map.entry("9958", "0204"));

    /** By country, ISO 3166-1 alpha-2: the scheme in use for its VAT numbers, with the country's letters before them. */
    private static final Map<String, String> VAT_SCHEMES = Arrays.stream(
                    EPredefinedParticipantIdentifierScheme.values())
            .filter(scheme -> scheme.getState().isActive() && !scheme.hasRemovalDate())
            // those of Italy moved to a scheme with another name
            .filter(scheme -> scheme.getSchemeID().matches("[A-Z]{2}:VAT|IT:IVA"))
            .collect(Collectors.toUnmodifiableMap(
                    scheme -> scheme.getSchemeID().substring(0, 2),
                    EPredefinedParticipantIdentifierScheme::getISO6523Code));

    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, String> officialNames = new HashMap<>();

    SchemeList() {
        for (EPredefinedParticipantIdentifierScheme scheme : EPredefinedParticipantIdentifierScheme.values()) {
            // A removal date in the past or announced: the library's list can be older than the day we run on.
            boolean removed = scheme.getState().isRemoved() || scheme.hasRemovalDate();
            standings.put(scheme.getISO6523Code(), removed ? Standing.REMOVED : Standing.IN_USE);
            if (!removed) {
                officialNames.put(scheme.getSchemeID().toUpperCase(Locale.ROOT), scheme.getISO6523Code());
            }
        }
    }

    /** The country, ISO 3166-1 alpha-2, whose register a scheme is; empty for those of the whole world. */
    static Optional<String> country(String code) {
        return Arrays.stream(EPredefinedParticipantIdentifierScheme.values())
                .filter(scheme -> scheme.getISO6523Code().equals(code))
                .map(EPredefinedParticipantIdentifierScheme::getSchemeID)
                .filter(name -> name.matches("[A-Z]{2}:.+"))
                .map(name -> name.substring(0, 2))
                .findFirst();
    }

    /** The scheme for the VAT numbers of a country, ISO 3166-1 alpha-2. */
    static Optional<String> vatScheme(String country) {
        return Optional.ofNullable(VAT_SCHEMES.get(country));
    }

    Standing standing(String code) {
        return standings.getOrDefault(code, Standing.UNKNOWN);
    }

    /** The code that people mean by a name, e.g. {@code NL:OIN} → 0190. */
    Optional<String> byName(String name) {
        return Optional.ofNullable(NAMES.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The code of a name that the official list knows but that people do not usually type; only for a proposal. */
    Optional<String> byOfficialName(String name) {
        return Optional.ofNullable(officialNames.get(name.toUpperCase(Locale.ROOT)));
    }

    Optional<String> successor(String removedCode) {
        return Optional.ofNullable(SUCCESSORS.get(removedCode));
    }
}
