package io.github.komaseconnect.configuration;

import java.util.regex.Pattern;

/** Tells by its name that a setting which is not in the table holds a secret. */
final class SecretName {
    private static final Pattern SECRET = Pattern.compile(
            ".*(password|passwd|passphrase|secret|token|credential|api-?key|access-?key|private-?key|"
                    + "connection-?key|subscription-?key).*",
            Pattern.CASE_INSENSITIVE);

    private SecretName() {}

    static boolean looksSecret(String key) {
        return SECRET.matcher(key).matches();
    }
}
