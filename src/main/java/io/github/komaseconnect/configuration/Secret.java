package io.github.komaseconnect.configuration;

import java.util.Objects;

/**
 * A value that must never be shown. {@link #toString()} masks it, so that it cannot slip into a log by concatenation.
 *
 * @param value the secret itself; empty when none was configured
 */
public record Secret(String value) {
    public Secret {
        Objects.requireNonNull(value);
    }

    /** Whether there is a secret at all. */
    public boolean present() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return present() ? "***" : "";
    }
}
