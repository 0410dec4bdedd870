package io.github.komaseconnect.custody;

import java.util.HashMap;
import java.util.Map;

/** The lines {@code key=value} of a mark. */
final class MarkLines {
    private static final String END = "end";

    private final Map<String, String> values = new HashMap<>();
    private boolean ended;

    MarkLines(String text) {
        text.lines().map(String::strip).filter(line -> !line.startsWith("#")).forEach(this::take);
    }

    private void take(String line) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        ended = line.equals(END) || (ended && line.isEmpty());
    }

    /** Whether the last line is there, and every other: nothing was cut off. */
    boolean whole() {
        return ended && value("ledger").length() > 0 && value("company").length() > 0;
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }
}
