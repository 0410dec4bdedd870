package io.github.komaseconnect.validation;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.komaseconnect.invoice.rules.RuleRelease;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which rules are for which documents: {@code validation/releases.csv}. */
final class Releases {
    private static final String RESOURCE = "/validation/releases.csv";

    private final List<Release> all;

    private Releases(List<Release> all) {
        this.all = List.copyOf(all);
    }

    /** Those in the program. */
    static Releases ofProgram() {
        try (InputStream in = Objects.requireNonNull(Releases.class.getResourceAsStream(RESOURCE), RESOURCE);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those in a table.
     *
     * @throws RuntimeException when it is not as it should be: a mistake in the program, or of whoever replaced it
     */
    static Releases read(Reader table) throws IOException {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .fieldSeparator(';')
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(table)) {
            return new Releases(lines.stream().map(Releases::release).toList());
        }
    }

    private static Release release(NamedCsvRecord line) {
        RuleRelease rules = new RuleRelease(
                filled(line, "profile"),
                filled(line, "version"),
                LocalDate.parse(line.getField("in-force-since")),
                Optional.of(line.getField("successor")).filter(text -> !text.isEmpty()),
                LocalDate.parse(line.getField("outdated-from")));
        return new Release(filled(line, "root"), filled(line, "customization-id"), filled(line, "vesid"), rules);
    }

    private static String filled(NamedCsvRecord line, String name) {
        String text = line.getField(name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "line " + line.getStartingLineNumber() + " of the releases lacks " + name);
        }
        return text;
    }

    List<Release> all() {
        return all;
    }

    /** The rules for a document. */
    Optional<Release> find(String rootName, String customizationId) {
        return all.stream()
                .filter(release -> release.isFor(rootName, customizationId))
                .findFirst();
    }
}
