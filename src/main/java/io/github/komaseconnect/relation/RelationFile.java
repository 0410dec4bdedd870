package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.RelationFileReading.Broken;
import io.github.komaseconnect.relation.RelationFileReading.Readable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a relation file: CSV in UTF-8, Windows-1252 or UTF-16 with {@code ;}, {@code ,} or a tab between the fields and
 * the column names, Dutch or English, on the first line. Thread-safe.
 */
public final class RelationFile {
    private static final int LARGEST = 10_000_000;
    private static final int LONGEST_HEADER = 100_000;
    private static final int MOST_FIELDS = 2_000;
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');
    private static final Pattern EXCEL_SEPARATOR_LINE = Pattern.compile("(?i)^\\s*\"?sep=.\"?[ \\t]*(?=\\r|\\n)");
    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Cf}]");

    private final RelationRow rows;

    /** A reader for a company in the Netherlands that judges identifiers by {@code identifiers}. */
    public RelationFile(IdentifierReader identifiers) {
        this(identifiers, "NL");
    }

    /**
     * A reader for a company elsewhere.
     *
     * @param home ISO 3166-1 alpha-2 code of the country of the company whose relations these are; with {@code BE} a number
     *     without a scheme of a relation without a country is a Belgian enterprise number
     */
    public RelationFile(IdentifierReader identifiers, String home) {
        this.rows = new RelationRow(identifiers, home);
    }

    /**
     * Reads the file; at most 10 MB of it are held.
     *
     * @throws IOException when the file is not there or cannot be read
     */
    public RelationFileReading read(Path file) throws IOException {
        return read(bytes(file), file.getFileName().toString());
    }

    /** Reads the content of a file; {@code fileName} is for the texts. */
    public RelationFileReading read(byte[] content, String fileName) {
        if (content.length > LARGEST) {
            return new Broken(RelationFileReasons.tooLarge(fileName, LARGEST));
        }
        FileText decoded = FileText.of(content, fileName);
        if (decoded instanceof FileText.NoText noText) {
            return new Broken(noText.reason());
        }
        String text =
                EXCEL_SEPARATOR_LINE.matcher(((FileText.Text) decoded).text()).replaceFirst("");
        String header = text.lines()
                .filter(line -> VISIBLE.matcher(line).find())
                .findFirst()
                .orElse("");
        if (header.length() > LONGEST_HEADER) {
            return new Broken(
                    RelationFileReasons.missingHeaders(fileName, List.of(header.substring(0, LONGEST_HEADER))));
        }
        OptionalInt tooWide = tooWide(text);
        if (tooWide.isPresent()) {
            return new Broken(RelationFileReasons.tooManyFields(fileName, tooWide.getAsInt(), MOST_FIELDS));
        }
        char delimiter = delimiter(header);
        Optional<List<CsvLine>> lines = new CsvText(delimiter).read(text);
        if (lines.isEmpty()) {
            return new Broken(RelationFileReasons.quotes(fileName));
        }
        if (lines.get().isEmpty()) {
            return new Broken(RelationFileReasons.noRows(fileName));
        }
        Headers headers = new Headers(lines.get().get(0).fields());
        Optional<Reason> trouble = headers.trouble(fileName);
        if (trouble.isPresent()) {
            return new Broken(trouble.get());
        }
        return snapshot(lines.get().subList(1, lines.get().size()), headers, delimiter, fileName);
    }

    /** The content of the file, one byte more than is allowed at most. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    private RelationFileReading snapshot(List<CsvLine> lines, Headers headers, char delimiter, String fileName) {
        List<Relation> relations = new ArrayList<>();
        List<LineTrouble> troubles = new ArrayList<>();
        for (CsvLine line : lines) {
            Relation relation = rows.read(line, headers, delimiter);
            relations.add(relation);
            Stream.concat(relation.unusable().stream(), relation.troubles().stream())
                    .map(reason -> new LineTrouble(line.line(), RowTexts.inLine(relation, fileName, reason)))
                    .forEach(troubles::add);
        }
        return relations.isEmpty()
                ? new Broken(RelationFileReasons.noRows(fileName))
                : new Readable(new RelationSnapshot(fileName, relations, troubles));
    }

    /** The first line with more separators than any spreadsheet gives, from 1; the CSV reader fails on such lines. */
    private static OptionalInt tooWide(String text) {
        int line = 1;
        int[] counts = new int[DELIMITERS.size()];
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int delimiter = DELIMITERS.indexOf(c);
            if (delimiter >= 0 && ++counts[delimiter] > MOST_FIELDS) {
                return OptionalInt.of(line);
            }
            if (c == '\n') {
                line++;
                Arrays.fill(counts, 0);
            }
        }
        return OptionalInt.empty();
    }

    /** The one that gives the most columns that we know; ties go to the one Excel uses here. */
    private static char delimiter(String header) {
        return DELIMITERS.stream()
                .max(Comparator.<Character>comparingInt(
                                delimiter -> new Headers(new CsvText(delimiter).fields(header)).known())
                        .thenComparing(delimiter -> -DELIMITERS.indexOf(delimiter)))
                .orElseThrow();
    }
}
