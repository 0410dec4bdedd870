package io.github.komaseconnect.ledger;

import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A trouble that a person should know of: told once, and once more when it is over.
 *
 * @param cause identifies the trouble; there is one open alarm for a cause
 * @param company empty when it concerns the whole runtime
 * @param mailedAt when the first mail about it went out
 * @param clearedAt when it was over
 * @param touches what it touches: invoice numbers, files; those not told of in a mail yet come with {@code told} false
 */
public record Alarm(
        long id,
        String cause,
        String company,
        Reason reason,
        Instant raisedAt,
        Optional<Instant> mailedAt,
        Optional<Instant> clearedAt,
        List<Touch> touches) {
    public Alarm {
        touches = List.copyOf(touches);
    }

    /**
     * Something that an alarm touches.
     *
     * @param dutch why it is touched, in Dutch; empty where nothing was recorded
     * @param english the same in English
     */
    public record Touch(String label, String dutch, String english, Instant at, boolean told) {}

    /** Whether what it touches is touched for more than one reason. */
    public boolean hasSeveralReasons() {
        return touches.stream()
                        .map(Touch::dutch)
                        .filter(reason -> !reason.isEmpty())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }
}
