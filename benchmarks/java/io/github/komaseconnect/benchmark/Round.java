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
    /** How long each took. */
    public static Figures seconds(List<Round> rounds) {
        return new Figures(rounds.stream().map(Round::seconds).toList());
    }
}
