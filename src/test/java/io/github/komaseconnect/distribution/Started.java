package io.github.komaseconnect.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A start script that was started as a process of its own; its output and errors go to one file. */
final class Started implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private Started(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it with the Java of this test.
     *
     * @param folder working directory, and where its output is kept
     * @param changes of the environment; an empty value removes the variable
     */
    static Started start(Path folder, Map<String, String> changes, Path script, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("JAVA_OPTS", "KOMAS_ECONNECT_HOME"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                environment.remove(name);
            } else {
                environment.put(name, value);
            }
        });
        return new Started(builder.start(), output);
    }

    /** Waits for its end, which must be with this exit code, and gives what it said. */
    String endsWith(int exitCode) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "still running: " + output())
                .isTrue();
        assertThat(process.exitValue()).as(output()).isEqualTo(exitCode);
        return output();
    }

    /** Waits until it has said this. */
    void says(String text) {
        await().atMost(PATIENCE).until(() -> output().contains(text) || !process.isAlive());
        assertThat(output()).contains(text);
    }

    /** Asks it to end, as the operating system does. */
    void terminate() {
        process.destroy();
    }

    private String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
