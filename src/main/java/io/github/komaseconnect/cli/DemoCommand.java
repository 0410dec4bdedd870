package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.PathStyle;
import io.github.komaseconnect.demo.Demo;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo [--keep] [--dir DIR]}: the whole job on this computer. */
@Command(
        name = "demo",
        description = "Het hele werk laten zien op deze computer, met voorbeeldfacturen; niets verlaat hem"
                + " (show the whole job on this computer, with sample invoices; nothing leaves it).")
final class DemoCommand implements Callable<Integer> {
    private static final Duration TIME_TO_STOP = Duration.ofMillis(29_500);

    private final Surroundings surroundings;

    @Option(
            names = "--keep",
            description = "Blijven draaien tot Ctrl-C, om zelf te proberen (stay up until Ctrl-C, to try things).")
    private boolean keep;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Een nieuwe of lege map voor de demo; anders een tijdelijke"
                    + " (a new or empty folder for the demo; else a temporary one).")
    private Optional<String> directory = Optional.empty();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Path> folder = directory.map(this::folder);
        Demo demo = new Demo(
                surroundings.distribution(),
                Version.text(),
                surroundings.clock(),
                surroundings.terminal().out());
        try (StopSignal stop = new StopSignal(TIME_TO_STOP)) {
            return demo.run(folder, Optional.<Runnable>of(stop::await).filter(until -> keep));
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "De demo kan niet draaien: " + e.getMessage() + ". Kies met --dir een map die te beschrijven is.",
                    "The demo cannot run: " + e.getMessage() + ". Choose a folder that can be written, by --dir.",
                    e);
        }
    }

    private Path folder(String typed) {
        try {
            return surroundings
                    .workingDirectory()
                    .resolve(PathStyle.ofThisComputer().normalise(typed))
                    .normalize();
        } catch (InvalidPathException e) {
            throw CommandFailure.usage(typed + " is geen map.", typed + " is not a folder.");
        }
    }
}
