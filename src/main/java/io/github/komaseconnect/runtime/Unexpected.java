package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a failure that no step expected: the stack trace for the log, one alarm for people. */
public final class Unexpected {
    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    private final AlarmBell alarms;

    /** Rings {@code alarms}. */
    public Unexpected(AlarmBell alarms) {
        this.alarms = alarms;
    }

    /** A route failed; what it was working on is taken up again from the ledger. */
    public void tell(String routeId, Exception failure) {
        if (failure instanceof LedgerUnavailableException) {
            LOG.error("{}: {}", routeId, failure.getMessage());
            return;
        }
        LOG.error("Unexpected failure in route {}", routeId, failure);
        alarms.raise(
                "unexpected/" + routeId,
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
}
