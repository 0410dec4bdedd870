package io.github.komaseconnect.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys that are not known, and settings that ended up in the value of another. */
final class KeyCheck {
    private static final Pattern SETTING_IN_VALUE = Pattern.compile("(?:^|\\s)([a-z][a-z0-9-]*\\.[a-z0-9.-]+)\\s*=");

    private static final int MOST_GUESSES = 200;

    private KeyCheck() {}

    /** The problems of one file; {@code companies} are the keys that a nearest known setting may be written for. */
    static List<Problem> check(PropertiesFile file, List<String> companies) {
        SettingsSource source = file.source();
        List<Problem> problems = new ArrayList<>();
        int unknown = 0;
        for (PropertiesFile.Entry entry : file.entries()) {
            if (KnownKeys.find(source.full(entry.key())).isEmpty()) {
                // a wrong file of many lines is not worth a guess at each
                Optional<String> nearest =
                        ++unknown <= MOST_GUESSES ? nearest(entry.key(), source, companies) : Optional.empty();
                problems.add(unknown(entry, source, nearest));
            }
            Matcher setting = SETTING_IN_VALUE.matcher(entry.value());
            if (setting.find() && isKnown(setting.group(1), source)) {
                problems.add(new Problem(
                        Problem.Severity.ERROR,
                        source.companyOf(entry.key()),
                        source.file(),
                        entry.key(),
                        entry.line(),
                        "op deze regel staat ook " + setting.group(1) + "; zet elke instelling op een eigen regel",
                        setting.group(1) + " is on this line too; put every setting on a line of its own"));
            }
        }
        return problems;
    }

    private static boolean isKnown(String key, SettingsSource source) {
        return KnownKeys.find(key).isPresent()
                || KnownKeys.find(source.full(key)).isPresent();
    }

    private static Problem unknown(PropertiesFile.Entry entry, SettingsSource source, Optional<String> nearest) {
        return new Problem(
                Problem.Severity.WARNING,
                source.companyOf(entry.key()),
                source.file(),
                entry.key(),
                entry.line(),
                "is geen bekende instelling en doet niets"
                        + nearest.map(key -> "; bedoelt u " + key + "?").orElse(""),
                "is not a known setting and does nothing"
                        + nearest.map(key -> "; did you mean " + key + "?").orElse(""));
    }

    private static Optional<String> nearest(String typed, SettingsSource source, List<String> companies) {
        // a block copied from application.properties, with the company's key still in front
        boolean copied = source.company().isPresent()
                && CompanyKey.of(typed).isPresent()
                && KnownKeys.find(typed).isPresent();
        String full = copied ? typed : source.full(typed);
        return copied
                ? Optional.of(typed.substring(typed.indexOf('.', CompanyKey.PREFIX.length()) + 1))
                : KnownKeys.nearest(full, companies).map(source::typed);
    }
}
