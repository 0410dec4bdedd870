package io.github.komaseconnect.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The side of a child JVM: one line in, one line out. What else the child prints to its output does not matter, since an
 * answer begins with {@value #ANSWER}. It ends when it is told to, and when the JVM that started it has gone.
 */
public final class Conversation {
    /** What every answer begins with. */
    static final String ANSWER = "= ";
    /** The command that ends a child. */
    static final String STOP = "stop";

    private final PrintStream out;

    private Conversation(PrintStream out) {
        this.out = out;
    }

    /** What a child does for one command. */
    @FunctionalInterface
    public interface Answering {
        /** @param argument what follows the command's name; empty when nothing does */
        String answer(String argument) throws Exception;
    }

    /** Says that the child is ready, and then answers until it is to end; {@code usage} is known to every child. */
    public static void hold(Map<String, Answering> commands) throws Exception {
        Conversation conversation = new Conversation(System.out);
        conversation.say("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Optional<String> line = next(in);
        while (line.isPresent() && !line.get().equals(STOP)) {
            conversation.say(answer(commands, line.get()));
            line = next(in);
        }
    }

    private static Optional<String> next(BufferedReader in) throws IOException {
        return Optional.ofNullable(in.readLine());
    }

    private static String answer(Map<String, Answering> commands, String line) throws Exception {
        int space = line.indexOf(' ');
        String name = space < 0 ? line : line.substring(0, space);
        String argument = space < 0 ? "" : line.substring(space + 1);
        if (name.equals("usage")) {
            return Usage.now().asLine();
        }
        Answering answering = commands.get(name);
        if (answering == null) {
            throw new IllegalArgumentException("this child does not know: " + line);
        }
        return answering.answer(argument);
    }

    private void say(String answer) {
        out.println(ANSWER + answer);
        out.flush();
    }
}
