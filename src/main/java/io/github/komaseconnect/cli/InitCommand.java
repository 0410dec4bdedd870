package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.HomeInit;
import io.github.komaseconnect.configuration.PathStyle;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code init DIR}: make a home to begin with. */
@Command(
        name = "init",
        description = "Een map maken met een configuratie om mee te beginnen"
                + " (make a folder with a configuration to begin with).")
final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "De map; mag al bestaan (the folder; may exist).")
    private String directory = "";

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path home = home();
        if (home.equals(surroundings.distribution())) {
            throw CommandFailure.usage(
                    home + " is het programma zelf; kies een map daarbuiten.",
                    home + " is the program itself; choose a folder outside it.");
        }
        HomeInit.Outcome outcome;
        try {
            outcome = HomeInit.make(home);
        } catch (IOException e) {
            throw CommandFailure.failed(
                    home + " is niet te maken of te beschrijven: " + e.getMessage(),
                    home + " cannot be made or written: " + e.getMessage(),
                    e);
        }
        if (outcome instanceof HomeInit.AlreadyThere there) {
            throw CommandFailure.usage(there.dutch(), there.english());
        }
        whatNext(home, (HomeInit.Made) outcome);
        return 0;
    }

    private Path home() {
        try {
            return surroundings
                    .workingDirectory()
                    .resolve(PathStyle.ofThisComputer().normalise(directory))
                    .normalize();
        } catch (InvalidPathException e) {
            throw CommandFailure.usage(directory + " is geen map.", directory + " is not a folder.");
        }
    }

    private void whatNext(Path home, HomeInit.Made made) {
        Terminal terminal = surroundings.terminal();
        String name = home.toString();
        String option = " --home " + (name.contains(" ") ? '"' + name + '"' : name) + " ";
        terminal.line("Gemaakt (made):");
        made.files().forEach(file -> terminal.line("  " + file));
        terminal.line("");
        terminal.say(
                "1. Vul in " + made.configuration() + " uw bedrijf, de koppelsleutels en het Company ID in.",
                "   Fill in your company, the connection keys and the Company ID.");
        terminal.say(
                "2. Vul het relatiebestand; LEESMIJ.txt ernaast legt het uit.",
                "   Fill the relation file; LEESMIJ.txt beside it explains it.");
        terminal.say("3. Controleer alles, zonder iets te verzenden:", "   Check everything, sending nothing:");
        terminal.line("     komas-econnect" + option + "check");
        terminal.say("4. Start:", "   Start:");
        terminal.line("     komas-econnect" + option + "run");
    }
}
