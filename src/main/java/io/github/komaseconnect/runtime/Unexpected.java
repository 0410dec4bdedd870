package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a failure that no step expected: the stack trace for the log, one alarm for people. */
public final class Unexpected {
    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    private static final String CAUSE = "unexpected/";
    private static final Duration QUIET = Duration.ofHours(1);

    private final AlarmBell alarms;
    private final Clock clock;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    /** Rings {@code alarms}. */
    public Unexpected(AlarmBell alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /** A route failed; what it was working on is taken up again from the ledger. */
    public void tell(String routeId, Exception failure) {
        if (failure instanceof LedgerUnavailableException) {
            LOG.error("{}: {}", routeId, failure.getMessage());
            return;
        }
        LOG.error("Unexpected failure in route {}", routeId, failure);
        last.put(CAUSE + routeId, clock.instant());
        alarms.raise(
                CAUSE + routeId,
                "",
                new Reason(
                        "unexpected",
                        "Onverwachte fout in stap " + routeId + ": " + failure,
                        "Unexpected failure in step " + routeId + ": " + failure,
                        "Er gaat niets verloren; het wordt opnieuw geprobeerd. Blijft het zo, stuur dan het logbestand aan uw "
                                + "beheerder.",
                        "Nothing is lost; it is tried again. If this goes on, send the log to your administrator."),
                "");
    }

    /** Ends the alarms about failures that did not come back for an hour. */
    public void lookBack() {
        Instant now = clock.instant();
        alarms.open(CAUSE).stream()
                .filter(alarm -> DueTime.isAtLeast(QUIET, last.getOrDefault(alarm.cause(), alarm.raisedAt()), now))
                .forEach(alarm -> alarms.clear(alarm.cause()));
    }
}
