package io.github.komaseconnect.cli;

import io.github.komaseconnect.simulator.RehearsalScenario;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
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
            RehearsalScenario.instructions(simulator).forEach(terminal::line);
            terminal.line("");
            terminal.say("Stoppen: Ctrl-C.", "Stop it with Ctrl-C.");
            stop.await();
        }
        return 0;
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
