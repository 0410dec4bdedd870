package io.github.komaseconnect.cli;

import java.net.InetAddress;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What commands find around them; in tests another one.
 *
 * @param environment gives an environment variable
 * @param workingDirectory absolute
 * @param distribution where the program itself is, absolute; holds {@code routes/}
 * @param person who gives orders: user and machine
 * @param patience how long a command waits for the runtime to carry out an order
 */
public record Surroundings(
        Terminal terminal,
        Function<String, Optional<String>> environment,
        Path workingDirectory,
        Path distribution,
        String person,
        Clock clock,
        Duration patience) {
    /** System property that names the distribution folder; the start script sets it. */
    public static final String DISTRIBUTION = "komas.distribution";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Those of this process. */
    public static Surroundings ofThisProcess() {
        Path workingDirectory = Path.of("").toAbsolutePath();
        return new Surroundings(
                Terminal.ofThisProcess(),
                name -> Optional.ofNullable(System.getenv(name)),
                workingDirectory,
                distribution(workingDirectory),
                System.getProperty("user.name", "?") + "@" + host(),
                Clock.systemUTC(),
                PATIENCE);
    }

    private static Path distribution(Path workingDirectory) {
        return Optional.ofNullable(System.getProperty(DISTRIBUTION))
                .filter(text -> !text.isBlank())
                .map(text -> Path.of(text).toAbsolutePath().normalize())
                .or(Surroundings::besideTheJar)
                .orElse(workingDirectory);
    }

    /** The jar is in {@code lib/} of the distribution. */
    private static Optional<Path> besideTheJar() {
        CodeSource source = Surroundings.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI()).toAbsolutePath();
            return Files.isRegularFile(jar)
                    ? Optional.ofNullable(jar.getParent()).flatMap(lib -> Optional.ofNullable(lib.getParent()))
                    : Optional.empty();
        } catch (URISyntaxException notAFile) {
            return Optional.empty();
        }
    }

    /** The name of this machine. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
