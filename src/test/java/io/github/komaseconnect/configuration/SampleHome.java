package io.github.komaseconnect.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A home folder in a test: its configuration, and the environment that it is read with. */
final class SampleHome {
    /** A company that lacks nothing. */
    static final String ACME = """
            company.acme.name=Acme Installatietechniek B.V.
            company.acme.connection-key=key-of-acme
            company.acme.connection-secret=secret-of-acme
            company.acme.company-id=XCNL10019
            """;

    /** Another. */
    static final String BETA = """
            company.beta.name=Beta B.V.
            company.beta.connection-key=key-of-beta
            company.beta.connection-secret=secret-of-beta
            company.beta.company-id=XCNL10020
            """;

    final Path folder;
    final Map<String, String> environment = new HashMap<>();

    SampleHome(Path folder) {
        this.folder = folder;
    }

    /** Writes application.properties. */
    SampleHome write(String... parts) {
        return file(ConfigurationReader.FILE, String.join("\n", parts));
    }

    /** Writes a file. */
    SampleHome file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads it all. */
    Configuration read() {
        return new ConfigurationReader(this::variable).read(folder);
    }

    /** An environment variable of this test. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }
}
