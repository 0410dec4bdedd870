package io.github.komaseconnect.benchmark;

import java.util.List;

/**
 * What one round took.
 *
 * @param seconds from the moment there was work until the last of it was done
 * @param cpuSeconds that the contender's JVM used meanwhile
 * @param serverCpuSeconds that the server used meanwhile
 */
public record Round(double seconds, double cpuSeconds, double serverCpuSeconds) {
    /** A round between two moments. */
    static Round of(long startNanos, long endNanos, Usage[] before, Usage[] after) {
        return new Round(
                (endNanos - startNanos) / 1e9,
                after[0].cpu().minus(before[0].cpu()).toNanos() / 1e9,
                after[1].cpu().minus(before[1].cpu()).toNanos() / 1e9);
    }

    /** How long each took. */
    public static Figures seconds(List<Round> rounds) {
        return new Figures(rounds.stream().map(Round::seconds).toList());
    }
}
