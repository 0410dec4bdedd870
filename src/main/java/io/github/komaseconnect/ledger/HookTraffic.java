package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * How it goes with the hooks of one company.
 *
 * @param lastAt when the last one came that was rightly signed
 * @param waiting not processed yet
 * @param held not readable, and for a person
 * @param refused how many were not rightly signed, ever
 * @param refusedInARow how many since the last one that was
 * @param refusedAt when the last one was refused
 */
public record HookTraffic(
        String company,
        Optional<Instant> lastAt,
        int waiting,
        int held,
        long refused,
        long refusedInARow,
        Optional<Instant> refusedAt) {
    /** Of a company for which nothing ever came. */
    public static HookTraffic none(String company) {
        return new HookTraffic(company, Optional.empty(), 0, 0, 0, 0, Optional.empty());
    }
}
