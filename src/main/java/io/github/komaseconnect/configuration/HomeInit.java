package io.github.komaseconnect.configuration;

import io.github.komaseconnect.folder.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a home folder to begin with ({@code init DIR}). */
public final class HomeInit {
    private static final List<String> FILES = List.of(
            ConfigurationReader.FILE,
            "companies/acme/relations.csv",
            "companies/acme/relations-voorbeeld.csv",
            "companies/acme/LEESMIJ.txt");
    private static final List<String> FOLDERS =
            List.of("import", "export", "outbox", "sent", "held", "print-spool", "respond");

    private HomeInit() {}

    /** What came of it. */
    public sealed interface Outcome {}

    /** Made, with these files; {@code configuration} is the one to edit first. */
    public record Made(Path configuration, List<Path> files) implements Outcome {
        public Made {
            files = List.copyOf(files);
        }
    }

    /** Nothing was written, because this file is there already. */
    public record AlreadyThere(Path file, String dutch, String english) implements Outcome {}

    /**
     * Makes the folder where needed and puts a commented configuration, the folders of a company and an empty relation
     * file in it. Overwrites nothing: when one of the files is there, none is written.
     *
     * @throws IOException when the folder cannot be written
     */
    public static Outcome make(Path directory) throws IOException {
        Path home = directory.toAbsolutePath().normalize();
        for (String name : FILES) {
            Path file = home.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return new AlreadyThere(
                        file,
                        file + " bestaat al; er is niets geschreven. Kies een lege map.",
                        file + " is there already; nothing was written. Choose an empty folder.");
            }
        }
        for (String folder : FOLDERS) {
            Files.createDirectories(home.resolve("companies/acme").resolve(folder));
        }
        List<Path> made = new ArrayList<>();
        for (String name : FILES) {
            Path file = home.resolve(name);
            try (InputStream content = HomeInit.class.getResourceAsStream("/home/" + name)) {
                if (content == null) {
                    throw new IOException("missing from the program: " + name);
                }
                AtomicFile.write(file, AtomicFile.IfExists.REFUSE, content::transferTo);
            }
            made.add(file);
        }
        return new Made(made.get(0), made);
    }
}
