package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The invoices that nobody in this project wrote; they are not part of it, so a test without them is skipped. */
public final class Corpus {
    private Corpus() {}

    /** All files; skips the test, saying so, when the folder is absent. */
    public static List<Path> files() throws IOException {
        String configured = System.getenv("KOMAS_CORPUS");
        Path folder = Path.of(configured == null ? "../shared/corpus" : configured);
        if (!Files.isDirectory(folder)) {
            System.err.println("SKIPPED: no corpus of invoices at " + folder + " (set KOMAS_CORPUS)");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus of invoices at " + folder);
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
