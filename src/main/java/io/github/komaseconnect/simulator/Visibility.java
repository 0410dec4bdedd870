package io.github.komaseconnect.simulator;

import java.time.Instant;

/** When a document shows in lists and can be fetched; its CreatedOn may be older than that. */
final class Visibility {
    private volatile Instant from;

    Visibility(Instant from) {
        this.from = from;
    }

    boolean at(Instant now) {
        return !now.isBefore(from);
    }

    void reveal() {
        from = Instant.MIN;
    }
}
