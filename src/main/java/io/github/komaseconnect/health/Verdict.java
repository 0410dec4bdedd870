package io.github.komaseconnect.health;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a check found.
 *
 * @param well whether all is well
 * @param message what is wrong, in one line; empty when all is well
 * @param details what there is to know besides; nothing secret
 */
public record Verdict(boolean well, String message, Map<String, String> details) {
    public Verdict {
        details = new TreeMap<>(details);
    }

    static Verdict well(Map<String, String> details) {
        return new Verdict(true, "", details);
    }

    static Verdict wrong(String message, Map<String, String> details) {
        return new Verdict(false, message, details);
    }
}
