package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.reason.Reason;

/** What is said of jobs at printers, in words for a bookkeeper. */
final class PrintReasons {
    private PrintReasons() {}

    static Reason underWay(String reference) {
        return Reason.of(
                "print.under-way",
                "De printer heeft de factuur aangenomen (" + reference + "); gevolgd wordt of hij eruit komt.",
                "The printer took the invoice (" + reference + "); it is followed until it comes out.");
    }

    static Reason nothingLeft() {
        return Reason.of(
                "print.nothing-left",
                "De factuur was nog niet naar de printer; hij wordt opnieuw geprobeerd.",
                "The invoice had not gone to the printer yet; it is tried again.");
    }

    static Reason gaveUp(PrintJob job) {
        return Reason.of(
                "print.given-up",
                "De printer heeft de opdracht (" + job.reference() + ") niet afgedrukt.",
                "The printer did not print the job (" + job.reference() + ").");
    }

    static Reason notKnown() {
        return Reason.of(
                "print.not-known",
                "De printer kent deze opdracht niet (meer); dat bewijst niet dat hij niet is afgedrukt.",
                "The printer does not know this job (any more); that does not prove that it was not printed.");
    }
}
