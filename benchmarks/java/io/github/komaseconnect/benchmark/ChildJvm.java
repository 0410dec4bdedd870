package io.github.komaseconnect.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM started for a benchmark, which speaks as {@link Conversation} says; it ends with this one at the latest. */
public final class ChildJvm implements AutoCloseable {
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final String END_OF_OUTPUT = "";

    private final String name;
    private final Path log;
    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private ChildJvm(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "answers-of-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one with the class path of this JVM, and waits until it is ready.
     *
     * @param name for messages and for the file in {@code folder} that takes its log
     * @param options of the JVM
     */
    public static ChildJvm start(String name, Path folder, Class<?> main, List<String> options, Object... arguments)
            throws IOException {
        ChildJvm child = launch(name, folder, main, options, arguments);
        child.await("to be ready");
        return child;
    }

    /** As {@link #start}, without waiting, and for a program that does not speak: {@link #terminate} ends it. */
    public static ChildJvm launch(String name, Path folder, Class<?> main, List<String> options, Object... arguments)
            throws IOException {
        Path log = Files.createDirectories(folder).resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new ChildJvm(name, log, process);
    }

    /** Gives a command and waits for the answer. */
    public String ask(String command) throws IOException {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new IOException(name + " has gone; see " + log, e);
        }
        return await(command);
    }

    /** What it has used so far. */
    public Usage usage() throws IOException {
        return Usage.parse(ask("usage"));
    }

    /** Processor time of all its threads so far, also of a program that does not speak; zero where the system does not tell. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The memory that it has now, also of a program that does not speak; 0 where the system does not tell. */
    public long residentKb() throws IOException {
        return Usage.residentKbOf(Long.toString(process.pid()));
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> line.startsWith(Conversation.ANSWER)).forEach(answers::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // it has ended: told like every other end
        }
        answers.add(END_OF_OUTPUT);
    }

    private String await(String what) throws IOException {
        try {
            String answer = answers.poll(LONGEST_ANSWER.toSeconds(), TimeUnit.SECONDS);
            if (answer == null || answer.equals(END_OF_OUTPUT)) {
                throw new IOException(name + " gave no answer (" + what + "); see " + log);
            }
            return answer.substring(Conversation.ANSWER.length());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + name, e);
        }
    }

    /** Ends it, in good order if it can. */
    @Override
    public void close() {
        try {
            commands.write(Conversation.STOP + "\n");
            commands.close();
        } catch (IOException e) {
            // it has ended already
        }
        awaitEnd();
    }

    /** Ends it as the operating system does: by a signal. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
