package io.github.komaseconnect.configuration;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The folder with everything that belongs to one installation: {@code application.properties}, {@code data/},
 * {@code logs/} and, if the user wants other ones, {@code routes/}.
 *
 * @param directory absolute; holds {@code application.properties}
 * @param distribution absolute; the program itself, never written to
 */
public record Home(Path directory, Path distribution) {
    /** Environment variable that names the home folder. */
    public static final String VARIABLE = "KOMAS_ECONNECT_HOME";

    /** Whether there is a home. */
    public sealed interface LookUp {}

    /** There is. */
    public record Found(Home home) implements LookUp {}

    /** There is none: wrong usage. The texts say what to do. */
    public record NotFound(String dutch, String english) implements LookUp {}

    /**
     * Finds the home folder: the option, else the environment variable, else the working directory.
     *
     * @param option what {@code --home} was given
     * @param environment gives an environment variable
     * @param workingDirectory absolute
     * @param distribution where the program itself is; it cannot be a home
     */
    public static LookUp find(
            Optional<String> option,
            Function<String, Optional<String>> environment,
            Path workingDirectory,
            Path distribution) {
        String typed = option.filter(text -> !text.isBlank())
                .or(() -> environment.apply(VARIABLE).filter(text -> !text.isBlank()))
                .orElse("");
        try {
            Path directory = workingDirectory
                    .toAbsolutePath()
                    .resolve(PathStyle.ofThisComputer().normalise(typed))
                    .normalize();
            Path program = distribution.toAbsolutePath().normalize();
            if (Files.exists(directory) && Files.exists(program) && Files.isSameFile(directory, program)) {
                return new NotFound(
                        directory + " is het programma zelf; maak een eigen map met: komas-econnect init MAP",
                        directory + " is the program itself; make a folder of your own with: komas-econnect init DIR");
            }
            return Files.isRegularFile(directory.resolve(ConfigurationReader.FILE))
                    ? new Found(new Home(directory, program))
                    : missing(directory.toString());
        } catch (InvalidPathException | IOException noFolder) {
            return missing(typed);
        }
    }

    private static NotFound missing(String directory) {
        return new NotFound(
                "in " + directory + " staat geen application.properties; geef de map met --home of " + VARIABLE
                        + ", of maak er een met: komas-econnect init MAP",
                "there is no application.properties in " + directory + "; name the folder with --home or " + VARIABLE
                        + ", or make one with: komas-econnect init DIR");
    }

    /** The configuration file. */
    public Path configurationFile() {
        return directory.resolve(ConfigurationReader.FILE);
    }

    /** Ledger, archive and lock. */
    public Path data() {
        return directory.resolve("data");
    }

    /** The last good copy of a company's relation file. */
    public Path lastGoodRelations(String companyKey) {
        return data().resolve("relations").resolve(companyKey + ".csv");
    }

    /** Log files. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** For files that are of no use after a restart; on the same file system as {@link #data()}. */
    public Path tmp() {
        return data().resolve("tmp");
    }

    /** The routes that run: the user's own when home has any, else those of the program. */
    public Path routes() {
        Path own = directory.resolve("routes");
        return holdsRoutes(own) ? own : distribution.resolve("routes");
    }

    private static boolean holdsRoutes(Path folder) {
        try (DirectoryStream<Path> routes = Files.newDirectoryStream(folder, "*.camel.yaml")) {
            return routes.iterator().hasNext();
        } catch (IOException noFolder) {
            return false;
        }
    }
}
