package io.github.komaseconnect.configuration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The second part of {@code company.<key>.name}. */
final class CompanyKey {
    static final String PREFIX = "company.";

    private static final Pattern RIGHT = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private CompanyKey() {}

    /** The company in whose block a setting stands, as typed; empty for a global setting. */
    static Optional<String> of(String setting) {
        int dot = setting.indexOf('.', PREFIX.length());
        return setting.startsWith(PREFIX) && dot > PREFIX.length()
                ? Optional.of(setting.substring(PREFIX.length(), dot))
                : Optional.empty();
    }

    /** Whether it is lower case letters, digits and dashes, as it must be: it ends up in names of folders and routes. */
    static boolean isRight(String key) {
        return RIGHT.matcher(key).matches();
    }

    /** The right key that is most like a wrong one. */
    static String corrected(String key) {
        String right =
                key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return right.isEmpty() ? "acme" : right;
    }
}
