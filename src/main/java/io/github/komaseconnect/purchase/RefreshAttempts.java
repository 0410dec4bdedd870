package io.github.komaseconnect.purchase;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How reading the list of each company went lately, in memory only: at a start every list is read anyway. One reading at a
 * time for a company, since the schedule, the start and a person may ask at once.
 */
final class RefreshAttempts {
    private final Map<String, Failed> failed = new ConcurrentHashMap<>();
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    /** Readings that failed in a row, and when the next is due. */
    record Failed(int times, Instant nextAt) {}

    /** Whether the caller may read the list now; it must {@link #end} then. */
    boolean begin(String company) {
        return busy.putIfAbsent(company, Boolean.TRUE) == null;
    }

    void end(String company) {
        busy.remove(company);
    }

    boolean isBusy(String company) {
        return busy.containsKey(company);
    }

    void succeeded(String company) {
        failed.remove(company);
    }

    /** How often it failed in a row before. */
    int failures(String company) {
        return failure(company).map(Failed::times).orElse(0);
    }

    void failed(String company, Instant nextAt) {
        failed.put(company, new Failed(failures(company) + 1, nextAt));
    }

    Optional<Failed> failure(String company) {
        return Optional.ofNullable(failed.get(company));
    }
}
