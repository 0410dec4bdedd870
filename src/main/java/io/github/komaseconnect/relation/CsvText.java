package io.github.komaseconnect.relation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Splits a CSV text into records such that one line with a stray quote does not swallow the lines after it.
 *
 * <p>A text whose quotes are in order is read as CSV, fields over several lines included. Where a quote is left open,
 * the text is read line by line instead: when every other line is a whole record by itself, only the line with the quote
 * is lost. When that does not hold, or the last line ends within quotes (as a half-written file does), nobody can say
 * where the records are.
 */
final class CsvText {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final String SENTINEL = "\n.";

    private final char delimiter;

    CsvText(char delimiter) {
        this.delimiter = delimiter;
    }

    /** The fields of one line by itself. */
    List<String> fields(String line) {
        return records(line, Strictness.LENIENT).stream()
                .findFirst()
                .map(CsvText::fieldsOf)
                .orElse(List.of());
    }

    /**
     * The records, header first, blank lines left out.
     *
     * @return empty when quotes run over the lines in such a way that records cannot be told apart
     */
    Optional<List<CsvLine>> read(String text) {
        Optional<List<CsvLine>> whole = asOneText(text);
        if (whole.isPresent() && whole.get().stream().noneMatch(CsvText::hasLineBreak)) {
            return endsWithinQuotes(text) ? Optional.empty() : whole;
        }
        List<CsvLine> byLine = lineByLine(text);
        int columns = byLine.isEmpty() ? 0 : byLine.get(0).fields().size();
        boolean lastOpen = !byLine.isEmpty() && isOpen(byLine.get(byLine.size() - 1));
        boolean othersWhole =
                byLine.stream().allMatch(line -> isOpen(line) || line.fields().size() >= columns);
        if (othersWhole && !lastOpen) {
            return Optional.of(byLine);
        }
        return whole.filter(
                lines -> !endsWithinQuotes(text) && lines.stream().noneMatch(line -> swallows(line, columns)));
    }

    private Optional<List<CsvLine>> asOneText(String text) {
        try {
            List<CsvLine> lines = records(text, Strictness.STRICT).stream()
                    .map(row -> new CsvLine(row.getStartingLineNumber(), fieldsOf(row), CsvLine.Form.WHOLE))
                    .filter(line -> !line.isBlank())
                    .toList();
            return Optional.of(lines);
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private List<CsvLine> lineByLine(String text) {
        List<CsvLine> lines = new ArrayList<>();
        String[] physical = LINE_END.split(text, -1);
        for (int i = 0; i < physical.length; i++) {
            if (!physical[i].isBlank()) {
                CsvLine.Form form = endsWithinQuotes(physical[i]) ? CsvLine.Form.QUOTE_LEFT_OPEN : CsvLine.Form.WHOLE;
                CsvLine line = new CsvLine(i + 1L, fields(physical[i]), form);
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** A field over several lines, one of which would be a whole record by itself. */
    private boolean swallows(CsvLine line, int columns) {
        return line.fields().stream()
                .flatMap(field -> LINE_END.splitAsStream(field).skip(1))
                .anyMatch(part -> !part.isBlank() && fields(part).size() >= columns);
    }

    /** A record after the text stays a record of its own unless a quote is open. */
    private boolean endsWithinQuotes(String text) {
        try {
            List<CsvRecord> records = records(text + SENTINEL, Strictness.LENIENT);
            CsvRecord last = records.get(records.size() - 1);
            return last.getFieldCount() != 1 || !last.getField(0).equals(SENTINEL.strip());
        } catch (CsvParseException endlessRecord) {
            // quotes that run on and on made one record of many lines
            return true;
        }
    }

    private enum Strictness {
        STRICT,
        LENIENT
    }

    private List<CsvRecord> records(String text, Strictness strictness) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(strictness == Strictness.LENIENT)
                .ofCsvRecord(text)
                .stream()
                .toList();
    }

    private static List<String> fieldsOf(CsvRecord row) {
        return row.getFields();
    }

    private static boolean isOpen(CsvLine line) {
        return line.form() == CsvLine.Form.QUOTE_LEFT_OPEN;
    }

    private static boolean hasLineBreak(CsvLine line) {
        return line.fields().stream().anyMatch(field -> field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0);
    }
}
