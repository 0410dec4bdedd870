package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.logging.LogSetup;
import io.github.komaseconnect.logging.SecretMask;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option {@code --home}, before or after the command, and what it leads to. */
public final class HomeOption {
    static final String NAME = "--home";

    private final Surroundings surroundings;

    @Option(
            names = HomeOption.NAME,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "De map met application.properties; anders KOMAS_ECONNECT_HOME, anders de werkmap"
                            + " (the folder with application.properties; else KOMAS_ECONNECT_HOME, else the working directory).")
    private String directory = "";

    /** The option, looked up in these surroundings. */
    public HomeOption(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The installation that the user means. From here on the terminal shows none of its secrets. Nothing is written.
     *
     * @throws CommandFailure when there is no home there
     */
    public Installation installation() {
        Home home = home();
        CredentialsSource credentials = new CredentialsSource(home.directory(), surroundings.environment());
        Configuration configuration = new ConfigurationReader(surroundings.environment()).read(home.directory());
        surroundings.terminal().hide(new SecretMask(credentials::allSecretValues));
        LogSetup.startConsole(credentials::allSecretValues);
        return new Installation(home, configuration, credentials);
    }

    private Home home() {
        Path workingDirectory = surroundings.workingDirectory();
        Home.LookUp lookUp = Home.find(
                Optional.of(directory), surroundings.environment(), workingDirectory, surroundings.distribution());
        if (lookUp instanceof Home.NotFound missing) {
            throw CommandFailure.usage(missing.dutch(), missing.english());
        }
        return ((Home.Found) lookUp).home();
    }
}
