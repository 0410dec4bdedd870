package io.github.komaseconnect.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for rules in one language: a file of properties, read strictly. See {@code validation/rules_nl.properties} for
 * its form.
 */
final class RuleWords {
    private static final String ADVICE = "||";
    private static final String SAME_AS = "@";
    private static final Pattern VAT_RULE = Pattern.compile("BR-([A-Z]{1,2})-(\\d{2})");

    private final Map<String, String> lines = new HashMap<>();
    /** Keys that are for all rules that begin so, the longest first. */
    private final List<String> beginnings = new ArrayList<>();

    /**
     * What is said of a rule, with names in braces for what the document says.
     *
     * @param advice empty when there is none
     * @param vat the words for the VAT category of the rule; empty when it has none
     */
    record Said(String what, String advice, String vat) {}

    private RuleWords() {}

    /** The words in a file of the program. */
    static RuleWords ofProgram(String resource) {
        try (InputStream in = Objects.requireNonNull(RuleWords.class.getResourceAsStream(resource), resource);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words in a text.
     *
     * @throws IllegalArgumentException when a key is there twice, or refers to one that is not there
     */
    static RuleWords read(Reader text) throws IOException {
        RuleWords words = new RuleWords();
        new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (words.lines.put((String) key, ((String) value).strip()) != null) {
                    throw new IllegalArgumentException("there twice: " + key);
                }
                return null;
            }
        }.load(text);
        words.lines.keySet().forEach(words::complete);
        words.lines.keySet().stream()
                .filter(key -> key.endsWith("*"))
                .map(key -> key.substring(0, key.length() - 1))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(words.beginnings::add);
        return words;
    }

    private void complete(String key) {
        if (said(key, "").what().isEmpty()) {
            throw new IllegalArgumentException("empty: " + key);
        }
    }

    /** All keys. */
    Set<String> keys() {
        return Set.copyOf(lines.keySet());
    }

    /** What is said of a rule; empty when nobody wrote anything about it. */
    Optional<Said> rule(String id) {
        if (lines.containsKey(id)) {
            return Optional.of(said(id, ""));
        }
        Matcher vat = VAT_RULE.matcher(id);
        if (vat.matches() && lines.containsKey("vat." + vat.group(1)) && lines.containsKey("BR-vat-" + vat.group(2))) {
            return Optional.of(said("BR-vat-" + vat.group(2), lines.get("vat." + vat.group(1))));
        }
        return beginnings.stream().filter(id::startsWith).findFirst().map(start -> said(start + "*", ""));
    }

    /** A text that is there under this very key. */
    Optional<String> text(String key) {
        return Optional.ofNullable(lines.get(key));
    }

    private Said said(String key, String vat) {
        String line = lines.get(key);
        if (line == null) {
            throw new IllegalArgumentException("not there: " + key);
        }
        if (line.startsWith(SAME_AS)) {
            return said(line.substring(SAME_AS.length()), vat);
        }
        int end = line.indexOf(ADVICE);
        if (end < 0) {
            return new Said(line, "", vat);
        }
        String advice = line.substring(end + ADVICE.length()).strip();
        return new Said(
                line.substring(0, end).strip(),
                advice.startsWith(SAME_AS)
                        ? said(advice.substring(SAME_AS.length()), vat).advice()
                        : advice,
                vat);
    }
}
