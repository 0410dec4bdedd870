package io.github.komaseconnect.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ways in which a receiver can be named in {@code To/ReferenceId}. */
final class ReceiverId {
    private static final Pattern COMPANY_ID = Pattern.compile("XC[A-Z]{2}[0-9]+");
    private static final Pattern PEPPOL_ID = Pattern.compile("([0-9]{4}):(\\S+)");
    private static final Pattern ECONNECT_ID = Pattern.compile("([A-Za-z]{2}:[A-Za-z]+):(\\S+)");

    /** NL:OIN is not among them: the scheme was removed, and eConnect routes such a number astray. */
    private static final Map<String, String> SCHEMES =
            Map.of("NL:KVK", "0106", "NL:VAT", "9944", "NL:OINO", "0190", "BE:EN", "0208");

    private static final Map<String, Pattern> FORMATS = Map.of(
            "0106", Pattern.compile("[0-9]{8}"),
            "0190", Pattern.compile("[0-9]{20}"),
            "9944", Pattern.compile("NL[0-9A-Z]{9}B[0-9]{2}"),
            "0208", Pattern.compile("[01][0-9]{9}"));

    private ReceiverId() {}

    /**
     * One spelling for all ways to name the same receiver: the Company ID, or {@code NNNN:VALUE} in capitals. Empty when
     * no network can know it, e.g. a CoC number that has lost its leading zero.
     */
    static Optional<String> canonical(String typed) {
        if (COMPANY_ID.matcher(typed).matches()) {
            return Optional.of(typed);
        }
        Matcher peppol = PEPPOL_ID.matcher(typed);
        if (peppol.matches()) {
            return wellFormed(peppol.group(1), peppol.group(2));
        }
        Matcher econnect = ECONNECT_ID.matcher(typed);
        if (econnect.matches()) {
            return Optional.ofNullable(SCHEMES.get(econnect.group(1).toUpperCase(Locale.ROOT)))
                    .flatMap(scheme -> wellFormed(scheme, econnect.group(2)));
        }
        return Optional.empty();
    }

    /** A canonical id as the PSB writes it: {@code NL:KVK:…} and the like where there is such a name. */
    static String partyId(String canonical) {
        int colon = canonical.indexOf(':');
        return SCHEMES.entrySet().stream()
                .filter(scheme -> colon > 0 && scheme.getValue().equals(canonical.substring(0, colon)))
                .map(scheme -> scheme.getKey() + canonical.substring(colon))
                .findFirst()
                .orElse(canonical);
    }

    private static Optional<String> wellFormed(String scheme, String value) {
        String capitals = value.toUpperCase(Locale.ROOT);
        Pattern format = FORMATS.get(scheme);
        if (format != null && !format.matcher(capitals).matches()) {
            return Optional.empty();
        }
        return Optional.of(scheme + ":" + capitals);
    }
}
