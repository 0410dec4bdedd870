package io.github.komaseconnect.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param invoices in each round
 * @param warmUp rounds that are not counted, before those that are
 * @param rounds that are counted
 * @param idle how long something at rest is watched
 * @param companies that are at rest
 * @param ledgerSizes invoices already in the ledger, smallest first
 * @param profile whether to record our contender with Java Flight Recorder
 * @param work folder for homes, logs and results; absolute
 * @param project folder that has {@code routes/} and {@code benchmarks/}; absolute
 */
public record Options(
        int invoices,
        int warmUp,
        int rounds,
        Duration interval,
        Duration settle,
        Duration idle,
        int companies,
        List<Long> ledgerSizes,
        Profile profile,
        Path work,
        Path project) {
    public Options {
        ledgerSizes = List.copyOf(ledgerSizes);
    }

    /** The same with other rounds. */
    public Options withRounds(int otherInvoices, int otherWarmUp, int otherRounds) {
        return new Options(
                otherInvoices,
                otherWarmUp,
                otherRounds,
                interval,
                settle,
                idle,
                companies,
                ledgerSizes,
                profile,
                work,
                project);
    }

    /** Whether to look for hot spots while measuring; the numbers of such a run do not count. */
    public enum Profile {
        OFF,
        RECORDED
    }
}
