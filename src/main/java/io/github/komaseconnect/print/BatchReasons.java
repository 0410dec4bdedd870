package io.github.komaseconnect.print;

import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;

/** What is said of printing together, in words for a bookkeeper. */
public final class BatchReasons {
    /** Code of the reason for which an invoice waits for the daily print. */
    public static final String WAITING = "print.waits-for-batch";

    private BatchReasons() {}

    static Reason waiting(Instant until) {
        return Reason.of(
                WAITING,
                "Wacht op de dagelijkse afdruk van " + DutchTime.minute(until) + ".",
                "Waits for the daily print of " + DutchTime.minute(until) + ".");
    }

    static Reason again() {
        return Reason.of(
                "print.batch-again",
                "Een andere factuur van de dagafdruk werd intussen ingetrokken; de afdruk wordt opnieuw samengesteld.",
                "Another invoice of the daily print was withdrawn meanwhile; the print is put together again.");
    }

    static Reason apart(Reason refusal, int invoices) {
        return Reason.of(
                "print.batch-apart",
                "De printer nam de dagafdruk van " + invoices + " facturen niet aan en heeft er niets van afgedrukt ("
                        + refusal.dutch() + "); ze gaan in kleinere delen.",
                "The printer did not take the daily print of " + invoices + " invoices and printed nothing of it ("
                        + refusal.english() + "); they go in smaller parts.");
    }

    static Reason cannotMake(Exception failure) {
        return Reason.of(
                "print.batch-failed",
                "De dagafdruk kon niet worden samengesteld (" + failure.getMessage()
                        + "); de facturen wachten en het wordt opnieuw geprobeerd.",
                "The daily print could not be put together (" + failure.getMessage()
                        + "); the invoices wait, and it is tried again.");
    }
}
