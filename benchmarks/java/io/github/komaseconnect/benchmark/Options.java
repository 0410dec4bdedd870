package io.github.komaseconnect.benchmark;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What was asked for on the command line.
 *
 * @param invoices in each round
 * @param rounds that are counted, after one that is not
 * @param idle how long something at rest is watched
 * @param profile whether to record our contender with Java Flight Recorder
 * @param work folder for homes, logs and results; absolute
 * @param project folder that has {@code routes/} and {@code benchmarks/}; absolute
 */
public record Options(
        int invoices,
        int rounds,
        Duration interval,
        Duration settle,
        Duration idle,
        Profile profile,
        Path work,
        Path project) {
    /** Whether to look for hot spots while measuring; the numbers of such a run do not count. */
    public enum Profile {
        OFF,
        RECORDED
    }
}
