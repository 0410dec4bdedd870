package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.folder.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A home for rehearsals, of its own: settings that go with a simulator, the folders of both its companies, their customers and
 * some sales invoices to try.
 */
final class RehearsalHome {
    static final List<String> COMPANIES = List.of("acme", "brug");
    static final List<String> FOLDERS = List.of("import", "export", "outbox", "sent", "held", "print-spool", "respond");
    /** What lies ready below {@value #SAMPLES}, to be copied into an export folder. */
    private static final List<String> INVOICES = List.of(
            "verkoop-peppol.xml", "verkoop-overheid.xml", "verkoop-print-credit.xml", "verkoop-onbekende-relatie.xml");

    static final String SAMPLES = "voorbeelden";

    private final Path directory;

    RehearsalHome(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    Path directory() {
        return directory;
    }

    /**
     * Makes it in a folder that is empty or does not exist.
     *
     * @throws IOException when something is in the folder, or it cannot be written
     */
    void make(List<String> settings) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> inside = Files.list(directory)) {
            if (inside.findAny().isPresent()) {
                throw new IOException("niet leeg / not empty");
            }
        }
        for (String company : COMPANIES) {
            for (String folder : FOLDERS) {
                Files.createDirectories(directory.resolve(company).resolve(folder));
            }
            AtomicFile.write(
                    directory.resolve(company).resolve("relations.csv"),
                    AtomicFile.IfExists.REFUSE,
                    out -> out.write(relations().getBytes(StandardCharsets.UTF_8)));
        }
        for (String invoice : INVOICES) {
            Files.createDirectories(directory.resolve(SAMPLES));
            copy(invoice, directory.resolve(SAMPLES).resolve(invoice));
        }
        AtomicFile.write(
                directory.resolve(ConfigurationReader.FILE),
                AtomicFile.IfExists.REFUSE,
                out -> out.write(text(settings).getBytes(StandardCharsets.UTF_8)));
    }

    /** Without those who get e-mail: a rehearsal has no mail server. */
    private static String relations() throws IOException {
        try (InputStream content = RehearsalHome.class.getResourceAsStream("/samples/relations.csv")) {
            if (content == null) {
                throw new IOException("missing from the program: relations.csv");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.contains(";e-mail;") || line.startsWith("relatienummer"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static String text(List<String> settings) {
        return "# Om te oefenen, met: komas-econnect simulate / to rehearse with: komas-econnect simulate\n"
                + String.join("\n", settings) + "\n";
    }

    private static void copy(String sample, Path target) throws IOException {
        try (InputStream content = RehearsalHome.class.getResourceAsStream("/samples/" + sample)) {
            if (content == null) {
                throw new IOException("missing from the program: " + sample);
            }
            AtomicFile.write(target, AtomicFile.IfExists.REFUSE, content::transferTo);
        }
    }
}
