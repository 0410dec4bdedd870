package io.github.komaseconnect.relation;

import java.util.List;

/**
 * One record of a CSV text.
 *
 * @param line line number where it begins, from 1
 * @param fields as they stand, quotes taken away
 * @param form whether its quotes are in order
 */
record CsvLine(long line, List<String> fields, Form form) {
    enum Form {
        WHOLE,
        QUOTE_LEFT_OPEN
    }

    CsvLine {
        fields = List.copyOf(fields);
    }

    boolean isBlank() {
        return fields.stream().allMatch(field -> Typed.cell(field).isEmpty());
    }
}
