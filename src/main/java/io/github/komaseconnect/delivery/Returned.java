package io.github.komaseconnect.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What workers gave back a moment ago. A row that came back just as it was handed out is one of which nothing could be
 * recorded: the ledger cannot be written, or the company was paused meanwhile. It is not handed out again at once, or it
 * would be many times a second.
 *
 * @param <T> the row, equal to another when nothing was recorded in between
 */
public final class Returned<T> {
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final ToLongFunction<T> id;
    private final Clock clock;
    private final Map<Long, Back<T>> back = new HashMap<>();

    private record Back<T>(T row, Instant at) {}

    /** {@code id} names a row. */
    public Returned(ToLongFunction<T> id, Clock clock) {
        this.id = id;
        this.clock = clock;
    }

    /** A worker is done with the row, which was like this when it was handed out. */
    public void add(T row) {
        back.put(id.applyAsLong(row), new Back<>(row, clock.instant()));
    }

    /** The rows without those that came back unchanged a moment ago. */
    public List<T> without(List<T> rows) {
        Instant now = clock.instant();
        back.values().removeIf(gone -> Duration.between(gone.at(), now).abs().compareTo(BREATH) >= 0);
        return rows.stream()
                .filter(row -> !back.containsKey(id.applyAsLong(row))
                        || !back.get(id.applyAsLong(row)).row().equals(row))
                .toList();
    }
}
