package io.github.komaseconnect.benchmark;

import java.io.IOException;

/** Measures one round: the time on the clock, and what the contender and the server used of the processors. */
public final class Stopwatch {
    private final ChildJvm contender;
    private final Server server;
    private final Usage contenderBefore;
    private final Usage serverBefore;
    private final long start;

    private Stopwatch(ChildJvm contender, Server server) throws IOException {
        this.contender = contender;
        this.server = server;
        this.contenderBefore = contender.usage();
        this.serverBefore = server.usage();
        this.start = System.nanoTime();
    }

    /** Starts now. */
    public static Stopwatch start(ChildJvm contender, Server server) throws IOException {
        return new Stopwatch(contender, server);
    }

    /** When it was started, as {@link System#nanoTime()} has it. */
    public long startNanos() {
        return start;
    }

    /** The round as it stands now. */
    public Round stop() throws IOException {
        long end = System.nanoTime();
        return new Round(
                (end - start) / 1e9,
                contender.usage().cpuSecondsSince(contenderBefore),
                server.usage().cpuSecondsSince(serverBefore));
    }
}
