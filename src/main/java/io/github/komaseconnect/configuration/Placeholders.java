package io.github.komaseconnect.configuration;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code {{env:NAME}}} and {@code {{file:path}}} in a value: an environment variable, or the first line of a
 * file (relative to home) without the spaces around it. Whatever else stands between double braces is left alone.
 */
final class Placeholders {
    private static final Pattern OURS = Pattern.compile("\\{\\{\\s*(env|file):([^{}]*)}}");
    private static final Pattern OTHERS = Pattern.compile("\\{\\{(?!\\s*(env|file):)");

    private final Path home;
    private final Function<String, Optional<String>> environment;

    Placeholders(Path home, Function<String, Optional<String>> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** What came of it. */
    sealed interface Filled {}

    /** The value with everything filled in. */
    record Value(String text) implements Filled {}

    /** A variable or file is missing or empty. */
    record Missing(String dutch, String english) implements Filled {}

    Filled fill(String typed) {
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = OURS.matcher(typed);
        while (placeholder.find()) {
            String name = placeholder.group(2).strip();
            Filled part = placeholder.group(1).equals("env") ? variable(name) : firstLine(name);
            if (part instanceof Missing) {
                return part;
            }
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(((Value) part).text()));
        }
        placeholder.appendTail(filled);
        return new Value(filled.toString());
    }

    /** Whether it holds a placeholder of another kind. */
    static boolean holdsOthers(String typed) {
        return OTHERS.matcher(typed).find();
    }

    private Filled variable(String name) {
        Optional<String> value = environment.apply(name).map(String::strip).filter(text -> !text.isEmpty());
        if (value.isPresent()) {
            return new Value(value.get());
        }
        return new Missing(
                "de omgevingsvariabele " + name + " bestaat niet of is leeg voor het account waaronder dit draait",
                "the environment variable " + name + " is not set, or is empty, for the account this runs as");
    }

    private Filled firstLine(String path) {
        try {
            Path file = home.resolve(PathStyle.ofThisComputer().normalise(path));
            String first = TextFile.decode(TextFile.bytes(file))
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .orElse("");
            if (!first.isEmpty()) {
                return new Value(first);
            }
            return new Missing(
                    "de eerste regel van het bestand " + path + " is leeg",
                    "the first line of file " + path + " is empty");
        } catch (IOException | InvalidPathException unreadable) {
            return new Missing(
                    "het bestand " + path + " is niet te lezen; een relatief pad begint in de home-map",
                    "file " + path + " cannot be read; a relative path starts in the home folder");
        }
    }
}
