package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.PathStyle;
import io.github.komaseconnect.simulator.RehearsalScenario;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate --port N}: a stand-in for eConnect, to rehearse with. */
@Command(
        name = "simulate",
        description = "Een nagebootst eConnect op deze computer, om mee te oefenen; stopt met Ctrl-C"
                + " (a simulated eConnect on this computer, to rehearse with; stops with Ctrl-C).")
final class SimulateCommand implements Callable<Integer> {
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);
    private static final int HIGHEST_PORT = 65_535;

    private final Surroundings surroundings;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8085",
            description = "Poort; 0 = een vrije (port; 0 = a free one). Standaard (default): ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--make-home",
            paramLabel = "DIR",
            description = "Maak in deze lege map een home om mee te oefenen: instellingen, mappen, relatiebestanden en"
                    + " voorbeeldfacturen (make a home to rehearse with in this empty folder: settings, folders, relation files"
                    + " and sample invoices).")
    private String directory = "";

    SimulateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw CommandFailure.usage(
                    "--port moet tussen 0 en " + HIGHEST_PORT + " liggen.",
                    "--port must be between 0 and " + HIGHEST_PORT + ".");
        }
        Terminal terminal = surroundings.terminal();
        try (StopSignal stop = new StopSignal(TIME_TO_STOP);
                Simulator simulator = start()) {
            tell(terminal, simulator);
            terminal.line("");
            terminal.say("Stoppen: Ctrl-C.", "Stop it with Ctrl-C.");
            stop.await();
        }
        return 0;
    }

    private void tell(Terminal terminal, Simulator simulator) {
        terminal.say(
                "eConnect-simulator op " + simulator.url() + "; er gaat niets van deze computer af.",
                "eConnect simulator on " + simulator.url() + "; nothing leaves this computer.");
        terminal.line("");
        List<String> settings = RehearsalScenario.settings(simulator);
        String home = directory.isEmpty() ? "MAP" : make(terminal, settings);
        if (directory.isEmpty()) {
            byHand(terminal, settings);
        }
        String option = "komas-econnect --home " + (home.contains(" ") ? '"' + home + '"' : home);
        terminal.say("Dan, in een ander venster:", "Then, in another window:");
        terminal.line("  " + option + " check --fix-hooks   (meldt de hooks van brug aan / registers brug's hooks)");
        terminal.line("  " + option + " run");
        terminal.say(
                "Kopieer een factuur naar acme/export of brug/export en kijk wat ervan wordt:",
                "Copy an invoice into acme/export or brug/export and see what becomes of it:");
        terminal.line("  " + option + " status");
        terminal.line("");
        RehearsalScenario.instructions(simulator).forEach(terminal::line);
    }

    /** Gives the home. */
    private String make(Terminal terminal, List<String> settings) {
        RehearsalHome home;
        try {
            home = new RehearsalHome(surroundings
                    .workingDirectory()
                    .resolve(PathStyle.ofThisComputer().normalise(directory)));
            home.make(settings);
        } catch (IOException | InvalidPathException e) {
            throw CommandFailure.failed(
                    "In " + directory + " is geen home om te oefenen te maken: " + e.getMessage()
                            + ". Kies een lege map: wat de simulator had is weg als hij stopt, dus oefen telkens met een nieuwe.",
                    "No home to rehearse with can be made in " + directory + ": " + e.getMessage()
                            + ". Choose an empty folder: what the simulator held is gone when it stops, so rehearse with a new one each time.",
                    e);
        }
        terminal.say(
                "Home om mee te oefenen: " + home.directory() + ", met voorbeeldfacturen in " + RehearsalHome.SAMPLES
                        + ".",
                "Home to rehearse with: " + home.directory() + ", with sample invoices in " + RehearsalHome.SAMPLES
                        + ".");
        return home.directory().toString();
    }

    private static void byHand(Terminal terminal, List<String> settings) {
        terminal.say(
                "Oefen in een home voor zichzelf, nooit in dat van een echt bedrijf (ook niet in een dat init maakte en al is"
                        + " ingevuld): een grootboek hoort voor altijd bij één omgeving. Maak hem met simulate --make-home MAP, of met"
                        + " de hand:",
                "Rehearse in a home of its own, never in that of a real company (nor in one that init made and that is filled in):"
                        + " a ledger belongs to one environment for ever. Make it with simulate --make-home DIR, or by hand:");
        terminal.line("");
        terminal.say(
                "1. Een lege map MAP met een bestand application.properties met precies deze regels:",
                "   An empty folder DIR with a file application.properties of exactly these lines:");
        settings.forEach(line -> terminal.line(line.isEmpty() ? "" : "  " + line));
        terminal.say("2. Daarin deze mappen:", "   In it these folders:");
        RehearsalHome.COMPANIES.forEach(company -> terminal.line("  "
                + RehearsalHome.FOLDERS.stream()
                        .map(folder -> company + "/" + folder)
                        .collect(Collectors.joining(" "))));
        terminal.say(
                "3. En relatiebestanden acme/relations.csv en brug/relations.csv, zoals:",
                "   And relation files acme/relations.csv and brug/relations.csv, such as:");
        terminal.line("  relatienummer;naam;verzendmethode;kvk-nummer;e-mail");
        terminal.line("  10001;Bakkerij De Gouden Korst B.V.;peppol;87654321;");
        terminal.line("");
    }

    private Simulator start() {
        try {
            return RehearsalScenario.start(port, surroundings.clock());
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "Poort " + port + " is niet te gebruiken: " + e.getMessage() + ". Kies een andere met --port.",
                    "Port " + port + " cannot be used: " + e.getMessage() + ". Choose another with --port.",
                    e);
        }
    }
}
