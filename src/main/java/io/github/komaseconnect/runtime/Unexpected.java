package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a failure that no step expected: the stack trace for the log, one alarm for people. */
public final class Unexpected {
    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    private static final String CAUSE = "unexpected/";
    private static final Duration QUIET = Duration.ofHours(1);
    private static final Duration ONE_LINE = Duration.ofMinutes(1);

    private final AlarmBell alarms;
    private final Clock clock;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> noLedger = new AtomicReference<>(Instant.EPOCH);

    /** Rings {@code alarms}. */
    public Unexpected(AlarmBell alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /** A route failed; what it was working on is taken up again from the ledger. */
    public void tell(String routeId, Exception failure) {
        Optional<LedgerUnavailableException> noLedger = noLedgerIn(failure);
        if (noLedger.isPresent()) {
            sayOnce(noLedger.get());
            return;
        }
        last.put(CAUSE + routeId, clock.instant());
        if (isRepeated(routeId, failure)) {
            return;
        }
        LOG.error("Unexpected failure in route {}; the same again is told once a minute", routeId, failure);
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

    /** Every step fails then, many times a second: one line a minute says so. An alarm could not be recorded anyway. */
    private void sayOnce(LedgerUnavailableException failure) {
        Instant now = clock.instant();
        Instant before = noLedger.getAndUpdate(last -> isQuiet(last, now) ? now : last);
        if (isQuiet(before, now)) {
            LOG.error("{}. Nothing is lost; all goes on when it can be used again.", failure.getMessage());
        }
    }

    /** What fails at once and is tried at once, such as on a disk that is full, would fill the log. */
    private boolean isRepeated(String routeId, Exception failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        String where = stack.length == 0 ? "" : stack[0].toString();
        String key = routeId + " " + failure.getClass().getName() + " " + where;
        Instant now = clock.instant();
        told.values().removeIf(at -> isQuiet(at, now));
        return told.putIfAbsent(key, now) != null;
    }

    /** Camel puts what a step throws into exceptions of its own, here and there. */
    private static Optional<LedgerUnavailableException> noLedgerIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerUnavailableException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static boolean isQuiet(Instant last, Instant now) {
        return Duration.between(last, now).abs().compareTo(ONE_LINE) >= 0;
    }

    /** Ends the alarms about failures that did not come back for an hour. */
    public void lookBack() {
        Instant now = clock.instant();
        alarms.open(CAUSE).stream()
                .filter(alarm -> DueTime.isAtLeast(QUIET, last.getOrDefault(alarm.cause(), alarm.raisedAt()), now))
                .forEach(alarm -> alarms.clear(alarm.cause()));
    }
}
