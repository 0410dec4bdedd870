package io.github.komaseconnect.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns that are as wide as their widest cell. */
final class Table {
    private static final String BETWEEN = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings. */
    Table(String... headings) {
        row(headings);
    }

    /** Adds a row; as many cells as there are headings. */
    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, a rule below the headings. */
    List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(BETWEEN)));
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }
}
