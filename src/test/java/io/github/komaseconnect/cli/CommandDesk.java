package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A home folder and a terminal at which a test gives commands. */
final class CommandDesk {
    static final String SECRET = "very-secret-91c2";

    /** A company that lacks nothing. */
    static final String ACME = """
            company.acme.name=Acme Installatietechniek B.V.
            company.acme.connection-key=app-key-7f3a
            company.acme.connection-secret=%s
            company.acme.company-id=XCNL10019
            """.formatted(SECRET);

    /** Another. */
    static final String BETA = """
            company.beta.name=Beta B.V.
            company.beta.connection-key=app-key-beta
            company.beta.connection-secret=secret-of-beta
            company.beta.company-id=XCNL10020
            """;

    final Path home;
    final Map<String, String> environment = new HashMap<>();
    final Path workingDirectory;
    Optional<String> answer = Optional.empty();
    Duration patience = Duration.ofSeconds(20);
    Charset charset = StandardCharsets.UTF_8;

    /** How a command ended and what it said. */
    record Said(int exitCode, String out, String err) {}

    CommandDesk(Path folder) {
        workingDirectory = folder;
        home = folder.resolve("home");
    }

    CommandDesk configure(String... parts) {
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("application.properties"), String.join("\n", parts));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a command for the home. */
    Said at(String... command) {
        return give(concat(List.of("--home", home.toString()), command));
    }

    /** Gives a command as it is. */
    Said give(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new Terminal(out, err, charset, question -> answer),
                name -> Optional.ofNullable(environment.get(name)),
                workingDirectory,
                workingDirectory.resolve("program"),
                "anna@kantoor",
                Clock.systemUTC(),
                patience);
        int exitCode = new KomasEconnect(surroundings).execute(command);
        return new Said(exitCode, out.toString(), err.toString());
    }

    Path data() {
        return home.resolve("data");
    }

    /** The ledger of the home, made when there is none. */
    Ledger ledger() {
        return LedgerDatabase.open("", data(), Clock.systemUTC(), "test");
    }

    private static String[] concat(List<String> first, String... rest) {
        String[] all = new String[first.size() + rest.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < first.size() ? first.get(i) : rest[i - first.size()];
        }
        return all;
    }
}
