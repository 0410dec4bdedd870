package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which column of a relation file is where, by its header line. */
final class Headers {
    /** By at least one of these an invoice must be able to find its relation. */
    private static final Set<Column> KEYS = EnumSet.of(Column.NUMBER, Column.COC, Column.VAT, Column.EMAIL);

    private final List<String> headers;
    private final List<String> words;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final List<String> doubles = new ArrayList<>();

    Headers(List<String> headers) {
        this.headers = headers.stream().map(Typed::cell).toList();
        this.words = this.headers.stream().map(Typed::word).toList();
        for (Column column : Column.values()) {
            List<Integer> found = where(column);
            if (!found.isEmpty()) {
                positions.put(column, found.get(0));
            }
            if (found.size() > 1) {
                found.forEach(position -> doubles.add(this.headers.get(position)));
            }
        }
    }

    private List<Integer> where(Column column) {
        List<Integer> named = IntStream.range(0, headers.size())
                .filter(i -> column.isNamed(words.get(i)))
                .boxed()
                .toList();
        return named.isEmpty()
                ? IntStream.range(0, headers.size())
                        .filter(i -> column.isMeantBy(words.get(i)))
                        .boxed()
                        .toList()
                : named;
    }

    /** How many columns are known. */
    int known() {
        return positions.size();
    }

    /** Number of columns, the unknown ones included. */
    int size() {
        return headers.size();
    }

    /** Why no relation file can have this header line. */
    Optional<Reason> trouble(String fileName) {
        if (!doubles.isEmpty()) {
            return Optional.of(RelationFileReasons.doubleHeaders(fileName, doubles));
        }
        if (!positions.containsKey(Column.METHOD) || KEYS.stream().noneMatch(positions::containsKey)) {
            return Optional.of(RelationFileReasons.missingHeaders(fileName, headers));
        }
        return Optional.empty();
    }

    /** The field as it stands; empty when the file has no such column or the line ends before it. */
    String field(Column column, List<String> fields) {
        Integer position = positions.get(column);
        return position == null || position >= fields.size() ? "" : fields.get(position);
    }

    /** Whether the line ends before this column. */
    boolean endsBefore(Column column, List<String> fields) {
        Integer position = positions.get(column);
        return position != null && position >= fields.size();
    }
}
