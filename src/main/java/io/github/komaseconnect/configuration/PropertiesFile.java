package io.github.komaseconnect.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code application.properties}, or the file of a company, as it was typed: {@code key=value}, one to a line, {@code #} or {@code !} before a
 * line of comment. A backslash is a backslash, so that Windows paths work as typed; there are no escapes and no
 * continued lines, and only {@code =} ends a key. Spaces around key and value are dropped.
 */
public final class PropertiesFile {
    private static final Pattern COMMENT_IN_VALUE = Pattern.compile("\\s#");
    private static final Pattern KEY_LIKE = Pattern.compile("[a-zA-Z0-9-]+\\.[a-zA-Z0-9<>\\[\\].-]+");

    private static final int LONGEST_LINE = 10_000;
    /** Thousands of companies have fewer; a wrong file of millions of lines shall not fill the memory. */
    private static final int MOST_LINES = 100_000;

    /**
     * One setting.
     *
     * @param value as typed, without the spaces around it; may be empty
     * @param line counted from 1
     */
    public record Entry(String key, String value, int line) {
        /** Never shows the value, which may be a secret. */
        @Override
        public String toString() {
            return key + " (line " + line + ")";
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private int malformedLines;

    private final SettingsSource source;

    private PropertiesFile(SettingsSource source) {
        this.source = source;
    }

    /** Reads the file as UTF-8 (a byte order mark is tolerated), or else as Windows-1252. */
    public static PropertiesFile read(Path file) throws IOException {
        return parse(TextFile.decode(TextFile.bytes(file)));
    }

    /** Reads the text of such a file; never fails. */
    public static PropertiesFile parse(String text) {
        return parse(text, SettingsSource.MAIN);
    }

    /** Reads the text of such a file, which is this one; never fails. */
    static PropertiesFile parse(String text, SettingsSource source) {
        PropertiesFile file = new PropertiesFile(source);
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            if (number > MOST_LINES) {
                file.problems.add(file.unusable(
                        number,
                        "het bestand heeft meer dan " + MOST_LINES + " regels; wat hierna komt is niet gelezen",
                        "the file has more than " + MOST_LINES + " lines; what follows was not read"));
                break;
            }
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#") && !content.startsWith("!")) {
                file.add(content, number);
            }
        }
        return file;
    }

    private void add(String content, int number) {
        if (content.length() > LONGEST_LINE) {
            malformedLines++;
            problems.add(unusable(
                    number,
                    "deze regel heeft meer dan " + LONGEST_LINE + " tekens en is niet gelezen",
                    "this line has more than " + LONGEST_LINE + " characters and was not read"));
            return;
        }
        int equals = content.indexOf('=');
        if (equals <= 0) {
            malformedLines++;
            problems.add(notASetting(content, number));
            return;
        }
        String typed = content.substring(equals + 1);
        Entry entry = new Entry(content.substring(0, equals).strip(), typed.strip(), number);
        entries.add(entry);
        // looked for with the space before the value, so that a value that is nothing but a comment counts
        if (COMMENT_IN_VALUE.matcher(typed).find()) {
            problems.add(commentInValue(entry));
        }
        Entry before = byKey.put(source.full(entry.key()), entry);
        if (before != null) {
            problems.add(duplicate(entry, before.line()));
        }
    }

    /** In the order of the file; of a key that stands there twice, both. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Lines that are no setting, keys that stand there twice, and what looks like a comment in a value. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Which file it is. */
    SettingsSource source() {
        return source;
    }

    /** The setting with this full name, so with {@code company.<key>.} in front for one of a company; of two, the last. */
    public Optional<Entry> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** How many lines are neither setting nor comment, as in a file that is only half written. */
    public int malformedLines() {
        return malformedLines;
    }

    private Problem notASetting(String content, int number) {
        // only what looks like a key is shown: the rest of such a line may be a secret
        Matcher key = KEY_LIKE.matcher(content);
        String name = key.lookingAt() && isKnownStart(key.group()) ? key.group() : "";
        return new Problem(
                Problem.Severity.ERROR,
                source.companyOf(name),
                source.file(),
                name,
                number,
                "deze regel is geen instelling; schrijf sleutel=waarde, of # vooraan voor commentaar",
                "this line is not a setting; write key=value, or # in front for a comment");
    }

    private Problem unusable(int number, String dutch, String english) {
        return new Problem(Problem.Severity.ERROR, source.company(), source.file(), "", number, dutch, english);
    }

    private boolean isKnownStart(String name) {
        String start = name.substring(0, name.indexOf('.') + 1);
        return source.company().isPresent()
                ? KnownKeys.startsAny(KnownKey.COMPANY_PREFIX + start)
                : start.equals("company.") || KnownKeys.startsAny(start);
    }

    private Problem commentInValue(Entry entry) {
        return new Problem(
                Problem.Severity.WARNING,
                source.companyOf(entry.key()),
                source.file(),
                entry.key(),
                entry.line(),
                "alles na het =-teken hoort bij de waarde, ook wat na # staat; zet commentaar op een eigen regel",
                "everything after the = sign is part of the value, also what follows #; put a comment on a line of its own");
    }

    private Problem duplicate(Entry entry, int before) {
        return new Problem(
                Problem.Severity.ERROR,
                source.companyOf(entry.key()),
                source.file(),
                entry.key(),
                entry.line(),
                "staat er twee keer, ook op regel " + before + "; haal een van beide weg",
                "stands there twice, also on line " + before + "; remove one of the two");
    }
}
