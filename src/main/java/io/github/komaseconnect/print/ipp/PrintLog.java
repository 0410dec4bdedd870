package io.github.komaseconnect.print.ipp;

import io.github.komaseconnect.reason.Reason;

/** Records, while something is printed, how far it is; what was called returned is on disk. */
public interface PrintLog {
    /** The printer gave the job this number; no document has left. */
    void created(long jobId);

    /** From now on the document may leave. */
    void sending();

    /** The printer certainly does not have the document. */
    void notPrinted();

    /** It goes out, but not quite as asked. */
    void warn(Reason reason);
}
