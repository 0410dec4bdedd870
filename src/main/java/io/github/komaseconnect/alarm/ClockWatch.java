package io.github.komaseconnect.alarm;

import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Duration;

/**
 * Tells when the clock of this machine is not eConnect's, once, and when it is right again. Nothing is sent twice with a
 * wrong clock, but schedules, times in the ledger and the months of folders follow it.
 */
public final class ClockWatch {
    private static final String CAUSE = "clock";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final ServerTime serverTime;
    private final AlarmBell alarms;
    private final String cause;

    /** Compares with {@code serverTime}. */
    public ClockWatch(ServerTime serverTime, NodeCauses causes, AlarmBell alarms) {
        this.serverTime = serverTime;
        this.alarms = alarms;
        this.cause = causes.here(CAUSE);
    }

    /** Looks once; says nothing as long as eConnect told no time. */
    public void look() {
        serverTime.ahead().ifPresent(ahead -> {
            if (ahead.abs().compareTo(TOLERANCE) > 0) {
                alarms.raise(cause, "", reason(ahead), "");
            } else {
                alarms.clear(cause);
            }
        });
    }

    private static Reason reason(Duration ahead) {
        long minutes = ahead.abs().toMinutes();
        return new Reason(
                "clock",
                "De klok van deze computer loopt " + minutes + " minuten " + (ahead.isNegative() ? "achter" : "voor")
                        + " op die van eConnect.",
                "The clock of this computer is " + minutes + " minutes " + (ahead.isNegative() ? "behind" : "ahead of")
                        + " eConnect's.",
                "Zet de klok gelijk (laat de computer de tijd van internet halen). Er wordt niets dubbel verzonden, maar"
                        + " tijdstippen en schema's kloppen tot dan niet.",
                "Set the clock (have the computer take its time from the internet). Nothing is sent twice, but times and"
                        + " schedules are off until then.");
    }
}
