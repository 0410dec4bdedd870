package io.github.komaseconnect.purchase;

import io.github.komaseconnect.ledger.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Receipts that were read together with those that were handed out, so that in a burst not each of them costs a look at the
 * ledger. They count for a moment only, and no longer as soon as anything did not go well: why may be a reason to stop.
 */
final class ReadAhead {
    /** How many are read beyond what is handed out. */
    static final int MOST = 24;

    /** What others record, such as a pause or a document of another company, is seen this late at most. */
    static final Duration COUNTS_FOR = Duration.ofMillis(250);

    private final Deque<Receipt> rows = new ArrayDeque<>();
    private Instant readAt = Instant.EPOCH;

    /** These were read at that moment, and take the place of what was read before. */
    void keep(List<Receipt> read, Instant at) {
        rows.clear();
        rows.addAll(read);
        readAt = at;
    }

    void drop() {
        rows.clear();
    }

    /** The company that they are of; they are all of one. Empty when none are left, or not for this moment. */
    List<String> company(Instant now) {
        // also when the clock went back
        boolean counts = Duration.between(readAt, now).abs().compareTo(COUNTS_FOR) < 0;
        return rows.isEmpty() || !counts ? List.of() : List.of(rows.getFirst().company());
    }

    /** Takes the next ones out. */
    List<Receipt> take(int most) {
        List<Receipt> taken = new ArrayList<>();
        while (taken.size() < most && !rows.isEmpty()) {
            taken.add(rows.removeFirst());
        }
        return taken;
    }
}
