package io.github.komaseconnect.company;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something may stay away or lie about before people are told ({@code watch.*}, or a company's own
 * {@code company.<key>.watch.*}); empty: never.
 *
 * @param refresh how long after a moment of the schedule purchase invoices must have been fetched
 * @param silence working time without any purchase invoice that is never strange
 * @param deliveries how long an invoice may be on its way
 * @param held how long one may be held
 * @param importFolder working time that a file may lie in the import folder
 * @param printSpool working time that a PDF may lie in the print spool
 * @param gaps how long a number may be missing
 */
public record WatchLimits(
        Optional<Duration> refresh,
        Optional<Duration> silence,
        Optional<Duration> deliveries,
        Optional<Duration> held,
        Optional<Duration> importFolder,
        Optional<Duration> printSpool,
        Optional<Duration> gaps) {
    /** Nothing is watched. */
    public static WatchLimits none() {
        return new WatchLimits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
