package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.SampleSales;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Rounds in which the contenders take turns; the first of each warms up and does not count. */
final class SendRounds {
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(20);

    private final Server server;
    private final Options options;
    private final List<Contender> contenders;
    private final SampleSales sales;

    SendRounds(Server server, Options options, List<Contender> contenders) throws IOException {
        this.server = server;
        this.options = options;
        this.contenders = contenders;
        this.sales = new SampleSales();
    }

    /**
     * What one round took.
     *
     * @param seconds from the moment the files were there until the last was settled
     * @param cpuSeconds that the contender's JVM used meanwhile
     */
    record Round(double seconds, double cpuSeconds) {}

    /** All rounds that count, by contender. */
    Map<Contender, List<Round>> run() throws IOException {
        Map<Contender, List<Round>> measured = new HashMap<>();
        contenders.forEach(contender -> measured.put(contender, new ArrayList<>()));
        for (int n = 0; n <= options.rounds(); n++) {
            for (Contender contender : contenders) {
                Round round = measure(contender, n);
                System.err.printf("%s round %d: %.2f s%n", contender.name(), n, round.seconds());
                if (n > 0) {
                    measured.get(contender).add(round);
                }
            }
        }
        return measured;
    }

    private Round measure(Contender contender, int n) throws IOException {
        String prefix = "R" + n + "C" + contenders.indexOf(contender) + "-";
        Path staged = contender.folder().resolve("staged");
        sales.write(staged, prefix, options.invoices());
        Scratch.settleDisk();
        Usage before = contender.jvm().usage();
        long start = System.nanoTime();
        // one rename: the whole folder takes the place of the empty one, and all files are there at once
        Files.move(staged, contender.export(), StandardCopyOption.ATOMIC_MOVE);
        long end = awaitDone(contender, start);
        Usage after = contender.jvm().usage();
        server.requireAccepted(prefix, options.invoices());
        contender.requireSettled((long) options.invoices() * (n + 1));
        return new Round((end - start) / 1e9, after.cpu().minus(before.cpu()).toNanos() / 1e9);
    }

    private static long awaitDone(Contender contender, long start) throws IOException {
        while (!contender.isDone()) {
            if (System.nanoTime() - start > LONGEST_ROUND.toNanos()) {
                throw new IllegalStateException(contender.name() + " is not done after " + LONGEST_ROUND);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY.toMillis()));
        }
        return System.nanoTime();
    }
}
