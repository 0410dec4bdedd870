package io.github.komaseconnect.delivery;

import java.nio.file.Path;
import java.util.List;

/**
 * An attempt with its outcome, to be recorded.
 *
 * @param unflushed what it left in the archive, all in one folder; to be on the disk before the outcome is recorded. Those
 *     that are not there were never written.
 */
public record EndedAttempt(OpenAttempt open, AttemptOutcome outcome, List<Path> unflushed) {
    /** A copy of the list is kept. */
    public EndedAttempt {
        unflushed = List.copyOf(unflushed);
    }

    /** All that it left behind is on the disk already. */
    public EndedAttempt(OpenAttempt open, AttemptOutcome outcome) {
        this(open, outcome, List.of());
    }

    /** The same attempt, its outcome seen otherwise. */
    public EndedAttempt with(AttemptOutcome other) {
        return new EndedAttempt(open, other, unflushed);
    }
}
