package io.github.komaseconnect.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The results of one benchmark, as a table for people and as JSON with every single measurement. */
public final class Table {
    private final String name;
    private final Map<String, Object> circumstances = new LinkedHashMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Map<String, Object>> details = new ArrayList<>();

    /** An empty table; {@code name} is also that of the JSON file. */
    public Table(String name) {
        this.name = name;
        circumstances.put("processors", Runtime.getRuntime().availableProcessors());
        circumstances.put("java", System.getProperty("java.vm.version"));
        circumstances.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /** Something that holds for all rows. */
    public Table with(String circumstance, Object value) {
        circumstances.put(circumstance, value);
        return this;
    }

    /** Adds a row; the keys are the columns, {@code detail} is for the JSON only. */
    public void add(Map<String, Object> row, Map<String, Object> detail) {
        rows.add(row);
        Map<String, Object> all = new LinkedHashMap<>(row);
        all.putAll(detail);
        details.add(all);
    }

    /** Prints the table. */
    public void print(PrintStream out) {
        out.println();
        out.println(name + "  " + circumstances);
        Set<String> columns = rows.get(0).keySet();
        Map<String, Integer> widths = new LinkedHashMap<>();
        columns.forEach(column -> widths.put(
                column,
                Math.max(
                        column.length(),
                        rows.stream()
                                .mapToInt(row -> text(row.get(column)).length())
                                .max()
                                .orElse(0))));
        StringBuilder head = new StringBuilder();
        widths.forEach((column, width) -> head.append(pad(column, width)));
        out.println(head.toString().stripTrailing());
        for (Map<String, Object> row : rows) {
            StringBuilder line = new StringBuilder();
            widths.forEach((column, width) -> line.append(pad(text(row.get(column)), width)));
            out.println(line.toString().stripTrailing());
        }
    }

    /** Writes the JSON into a folder. */
    public void write(Path folder) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("benchmark", name);
        document.put("at", Instant.now().toString());
        document.putAll(circumstances);
        document.put("results", details);
        Files.createDirectories(folder);
        Files.write(
                folder.resolve(name + ".json"),
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(document));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }

    private static String text(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : String.valueOf(value);
    }
}
