package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.reason.Reason;

/** What a printer says of a job when it is asked. */
public sealed interface JobSighting {
    /**
     * It is on its way out.
     *
     * @param jobId the printer's number for it
     * @param state in the printer's words
     * @param naming whether the printer says its name
     */
    record UnderWay(long jobId, String state, PrintJob.Naming naming) implements JobSighting {}

    /** The printer has it and does not go on until somebody sees to it. */
    record Stuck(long jobId, String state, Reason reason, PrintJob.Naming naming) implements JobSighting {}

    /** It came out; {@code naming} as in {@link UnderWay}. */
    record Completed(long jobId, String state, PrintJob.Naming naming) implements JobSighting {}

    /** The printer gave it up, or somebody cancelled it there. */
    record GivenUp(long jobId, String state, Reason reason) implements JobSighting {}

    /** It never had a document, and is cancelled: nothing can come out any more. */
    record Empty(long jobId, String state) implements JobSighting {}

    /** The printer does not know it (any more): that proves nothing, since printers forget. */
    record NotKnown(Reason reason) implements JobSighting {}

    /** The printer could not be asked. */
    record CannotAsk(Reason reason) implements JobSighting {}
}
