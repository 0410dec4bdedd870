package io.github.komaseconnect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a suite counted, told in one line: {@code COUNT crash points: kills=114 lost=0 twice=0}. The build shows all lines
 * together at its end, from {@code target/counts.txt}.
 */
public final class Counts {
    private static final Path ALL = Path.of("target", "counts.txt");

    private final String suite;
    private final Map<String, Long> numbers = new LinkedHashMap<>();

    private Counts(String suite) {
        this.suite = suite;
    }

    /** Nothing counted yet, by the suite that bears this name in the report. */
    public static Counts of(String suite) {
        return new Counts(suite);
    }

    /** Adds to a number; one that is named for the first time starts at nought. */
    public Counts add(String name, long more) {
        numbers.merge(name, more, Long::sum);
        return this;
    }

    /** Writes the line to the console and to the file of all counts. */
    public void print() throws IOException {
        String line = numbers.entrySet().stream()
                .map(number -> number.getKey() + "=" + number.getValue())
                .collect(Collectors.joining(" ", "COUNT " + suite + ": ", ""));
        System.out.println(line);
        Files.createDirectories(ALL.getParent());
        Files.writeString(ALL, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
