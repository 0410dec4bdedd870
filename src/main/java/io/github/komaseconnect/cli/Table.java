package io.github.komaseconnect.cli;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: aligned, every column as wide as its widest cell needs and no wider than its limit. */
final class Table {
    private static final String BETWEEN = "  ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** To which side cells are pushed. */
    enum Side {
        LEFT,
        RIGHT
    }

    private record Column(String dutch, String english, Side side, int widest) {}

    /** Adds a column; texts longer than {@code widest} are cut. */
    Table column(String dutch, String english, Side side, int widest) {
        columns.add(new Column(dutch, english, side, widest));
        return this;
    }

    /** Adds a column of any width. */
    Table column(String dutch, String english) {
        return column(dutch, english, Side.LEFT, Integer.MAX_VALUE);
    }

    /** Adds a row with a cell for every column. */
    Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Head and rows; the head is in Dutch, with a line in English where the words differ. */
    List<String> lines(Printable printable) {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::dutch).toList());
        if (columns.stream().anyMatch(column -> !column.dutch().equals(column.english()))) {
            all.add(columns.stream()
                    .map(column -> column.dutch().equals(column.english()) ? "" : column.english())
                    .toList());
        }
        int head = all.size();
        all.addAll(rows);
        List<List<String>> cells =
                all.stream().map(row -> cells(row, printable)).toList();
        int[] widths = new int[columns.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Printable.width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i == head) {
                lines.add(rule(widths));
            }
            lines.add(line(cells.get(i), widths));
        }
        return lines;
    }

    private List<String> cells(List<String> row, Printable printable) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = printable.oneLine(row.get(i)).strip();
            cells.add(cut(cell, columns.get(i).widest(), printable.encodable("…")));
        }
        return cells;
    }

    private static String cut(String text, int widest, String ellipsis) {
        if (Printable.width(text) <= widest) {
            return text;
        }
        int keep =
                text.offsetByCodePoints(0, Math.min(widest - ellipsis.length(), text.codePointCount(0, text.length())));
        return text.substring(0, keep).strip() + ellipsis;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String fill = " ".repeat(widths[i] - Printable.width(cells.get(i)));
            boolean left = columns.get(i).side() == Side.LEFT;
            line.append(i == 0 ? "" : BETWEEN).append(left ? cells.get(i) + fill : fill + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : BETWEEN).append("-".repeat(widths[i]));
        }
        return rule.toString();
    }
}
