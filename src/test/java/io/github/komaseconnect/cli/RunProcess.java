package io.github.komaseconnect.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program in a process of its own, with the routes of this project. */
final class RunProcess implements AutoCloseable {
    private final Process process;
    private final Path console;

    private RunProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /** Starts {@code run} for this home. */
    static RunProcess start(Path home, Path console) throws IOException {
        // without the tests' own logback-test.xml: the log is to be that of the program
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkomas.distribution=" + Path.of("").toAbsolutePath(),
                "-cp",
                classPath,
                "io.github.komaseconnect.cli.KomasEconnect",
                "--home",
                home.toString(),
                "run");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
                .start();
        return new RunProcess(process, console);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it said on the console so far. */
    String console() throws IOException {
        return Files.readString(console);
    }

    /** Asks it to stop by SIGTERM, and gives the exit code. */
    int terminate(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("it does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
