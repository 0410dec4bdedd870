package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.PrintJob;

/** Asks what became of what was handed to a printer, or put into a spool folder. Prints nothing. */
public interface PrinterLook {
    /**
     * Asks for one that was handed over, perhaps. Where it turns out that the printer has a job without a document, that is
     * cancelled.
     */
    JobSighting look(PrintJob job);

    /** Cancels one of which no document left, so that it does not keep the printer waiting; as far as possible. */
    void abandon(PrintJob job);
}
