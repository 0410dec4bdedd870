package io.github.komaseconnect.alarm;

import io.github.komaseconnect.ledger.Alarm;
import java.util.Set;
import java.util.stream.Collectors;

/** The alarms of a kind as they were when a round began, so that clearing what is not open costs nothing. */
public final class OpenAlarms {
    private final AlarmBell bell;
    private final Set<String> causes;

    private OpenAlarms(AlarmBell bell, Set<String> causes) {
        this.bell = bell;
        this.causes = causes;
    }

    /** Those whose cause begins so, now. */
    public static OpenAlarms of(AlarmBell bell, String causePrefix) {
        return new OpenAlarms(
                bell, bell.open(causePrefix).stream().map(Alarm::cause).collect(Collectors.toUnmodifiableSet()));
    }

    /** The cause is over; one that was raised since is left to the next round. */
    public void clear(String cause) {
        if (causes.contains(cause)) {
            bell.clear(cause);
        }
    }

    /** Whether it was open. */
    public boolean has(String cause) {
        return causes.contains(cause);
    }
}
