package io.github.komaseconnect.crash;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code komas-econnect run} in a process of its own, with the agent, to be killed by SIGKILL: the distribution where the
 * build has made one, else the same main class with the class path of this test.
 */
final class Program implements AutoCloseable {
    private static final String FIRST_READING = "after commit .*insert inbox_watermark.*";
    /** In a home, what its JVM needs beside the usual. */
    static final String JAVA_OPTIONS = "java-options.txt";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path console;
    private final Socket agent;
    private final List<Moment> trace = new ArrayList<>();
    private final Set<String> threadsAfter = new LinkedHashSet<>();
    private long lastAt = System.nanoTime();
    private boolean stopped;
    private boolean begun;
    private int answered;

    private Program(Process process, Path console, Socket agent) {
        this.process = process;
        this.console = console;
        this.agent = agent;
    }

    /** Starts it; every step is watched from the first on, or, with a moment, until it stops there. */
    static Program start(Path home, AgentJar jar, Optional<Moment> stopAt) throws Exception {
        Path console = home.resolve("console.txt");
        Files.writeString(console, "");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            listener.setSoTimeout((int) PATIENCE.toMillis());
            ProcessBuilder builder = new ProcessBuilder(command(home, jar.option(home, listener.getLocalPort())))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(console.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS", javaOptions(home, jar.option(home, listener.getLocalPort())));
            Process process = builder.start();
            try {
                Program program = new Program(process, console, listener.accept());
                program.order(stopAt);
                program.listen();
                return program;
            } catch (IOException e) {
                process.destroyForcibly();
                throw new IOException("it did not start: " + Files.readString(console), e);
            }
        }
    }

    private static String javaOptions(Path home, String agent) throws IOException {
        Path more = home.resolve(JAVA_OPTIONS);
        String own = Files.exists(more) ? " " + Files.readString(more) : "";
        return agent + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC" + own;
    }

    private static List<String> command(Path home, String agent) throws IOException {
        List<String> command = new ArrayList<>();
        Optional<Path> distribution = Optional.ofNullable(System.getProperty("distribution.directory"))
                .map(Path::of);
        if (distribution.isPresent()) {
            command.add(distribution.get().resolve("bin/komas-econnect").toString());
        } else {
            // without the tests' own logback-test.xml: the log is to be that of the program
            String classPath = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.endsWith("test-classes"))
                    .collect(Collectors.joining(File.pathSeparator));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
            command.addAll(List.of(javaOptions(home, agent).split(" ")));
            command.add("-Dkomas.distribution=" + Path.of("").toAbsolutePath());
            command.addAll(List.of("-cp", classPath, "io.github.komaseconnect.cli.KomasEconnect"));
        }
        command.addAll(List.of("--home", home.toString(), "run"));
        return command;
    }

    private void listen() {
        Thread listener = new Thread(this::hear, "steps-of-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    private void hear() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                note(line.split("\t"));
            }
        } catch (IOException e) {
            // killed
        }
    }

    private synchronized void note(String[] words) {
        lastAt = System.nanoTime();
        switch (words[0]) {
            case "OK" -> {
                answered++;
                trace.clear();
                threadsAfter.clear();
            }
            case "STOPPED" -> stopped = true;
            default -> {
                // what it does once at start, whatever there is to do
                begun |= words[3].matches(FIRST_READING);
                add(words[2], new Moment(words[3], Integer.parseInt(words[1])));
            }
        }
    }

    /** On one thread nothing lies between the end of a step and the beginning of the next: that is one moment. */
    private void add(String thread, Moment moment) {
        boolean sameAsLast = moment.isBefore() && !moment.isAfterWriting() && threadsAfter.contains(thread);
        if (moment.isBefore()) {
            threadsAfter.remove(thread);
        } else {
            threadsAfter.add(thread);
        }
        if (!sameAsLast) {
            trace.add(moment);
        }
    }

    /** From now on steps are counted anew; with a moment it stops there. */
    void watch(Optional<Moment> stopAt) throws IOException {
        int before = answers();
        order(stopAt);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> answers() > before);
    }

    private synchronized int answers() {
        return answered;
    }

    private void order(Optional<Moment> stopAt) throws IOException {
        OutputStream out = agent.getOutputStream();
        String order = stopAt.map(moment -> "STOP\t" + moment.occurrence() + "\t" + moment.pattern())
                .orElse("WATCH");
        out.write((order + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The steps since the last order. */
    synchronized List<Moment> trace() {
        return List.copyOf(trace);
    }

    /** Whether it has come to the moment at which it was to stop. */
    synchronized boolean isStopped() {
        return stopped;
    }

    /** Whether it is up, and has read the inbox for the first time. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** Whether it is up, and has done nothing durable for so long. */
    synchronized boolean isQuietFor(Duration time) {
        return begun && System.nanoTime() - lastAt > time.toNanos();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String console() throws IOException {
        return Files.readString(console);
    }

    /** SIGKILL. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it cannot be killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        agent.close();
    }
}
