package io.github.komaseconnect.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What contenders still do once a round of theirs is over, such as following what was sent: it is not to disturb the round of
 * another, and it is to be paid for.
 */
public final class Aftermath {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration STEP = Duration.ofMillis(500);
    private static final double QUIET = 0.05;

    private final List<ChildJvm> contenders;
    private final Map<ChildJvm, Usage> before = new HashMap<>();

    /** Of all these. */
    public Aftermath(List<ChildJvm> contenders) {
        this.contenders = List.copyOf(contenders);
    }

    /** Waits until none of them does much, but not for ever: what is due every now and then goes on. */
    public void awaitQuiet() throws IOException {
        int quiet = 0;
        double last = cpuSeconds();
        for (Duration waited = Duration.ZERO; quiet < 2 && waited.compareTo(LONGEST) < 0; waited = waited.plus(STEP)) {
            Patience.pass(STEP);
            double now = cpuSeconds();
            quiet = now - last < QUIET * STEP.toMillis() / 1000 ? quiet + 1 : 0;
            last = now;
        }
    }

    private double cpuSeconds() throws IOException {
        double sum = 0;
        for (ChildJvm contender : contenders) {
            sum += contender.usage().cpu().toNanos() / 1e9;
        }
        return sum;
    }

    /** From now on everything counts. */
    public void begin() throws IOException {
        for (ChildJvm contender : contenders) {
            before.put(contender, contender.usage());
        }
    }

    /** Processor time since {@link #begin}, within rounds and between them, in seconds. */
    public double cpuSecondsInAll(ChildJvm contender) throws IOException {
        return contender.usage().cpuSecondsSince(before.get(contender));
    }
}
