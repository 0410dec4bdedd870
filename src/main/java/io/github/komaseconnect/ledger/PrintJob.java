package io.github.komaseconnect.ledger;

import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something handed to a printer, or one PDF of several invoices put into the spool folder.
 *
 * @param printer its address; empty for the spool folder
 * @param mark unique, also among what other programs print; in the name of the job at the printer
 * @param name of the job at the printer, or of the file in the spool folder
 * @param kind one invoice, or several with a list of them
 * @param jobId the printer's number for it; 0 when none is known
 * @param state what the printer said of it last, in its words ({@code processing media-empty-error}); empty before
 * @param reason why it does not go on, or did not come out
 * @param looks how often the printer was asked for it
 * @param nextLook when it is asked for next; empty when it is followed no more
 * @param items the deliveries in it, in their order
 * @param naming whether its printer says the names of our jobs
 */
public record PrintJob(
        long id,
        String company,
        String printer,
        String mark,
        String name,
        Kind kind,
        Stage stage,
        long jobId,
        String state,
        Optional<Reason> reason,
        int looks,
        Optional<Instant> nextLook,
        Instant createdAt,
        List<Item> items,
        Naming naming) {
    private static final Pattern REFERENCE = Pattern.compile("job ([0-9]{1,12}) .+");

    public PrintJob {
        items = List.copyOf(items);
    }

    /** Whether a printer says the names of our jobs. */
    public enum Naming {
        /** It said that of this one, or of one before it. */
        SEEN,
        NOT_SEEN
    }

    /** One invoice, or several. */
    public enum Kind {
        SINGLE,
        BATCH
    }

    /** How far it is. */
    public enum Stage {
        /** Nothing of it has left. */
        PLANNED,
        /** The printer gave it a number; no document has left. */
        CREATED,
        /** The document may have left. */
        SENDING,
        /** The printer has it, and is asked how it goes on. */
        PRINTING,
        /** It came out, or lies in the spool folder. */
        DONE,
        /** The printer gave it up. */
        FAILED,
        /** It certainly did not come out: nothing had left. */
        NOT_PRINTED,
        /** Nobody can tell any more. */
        UNKNOWN
    }

    /**
     * A delivery in it.
     *
     * @param attempt the number of its attempt
     * @param page on which it begins, from 1
     */
    public record Item(long deliveryId, int attempt, int page) {}

    /** Whether it goes to a printer, and not to the spool folder. */
    public boolean isAtPrinter() {
        return !printer.isEmpty();
    }

    /** How it is proven: the printer's number for it, or the name of the file. */
    public String reference() {
        return isAtPrinter() ? reference(jobId, printer) : name;
    }

    /** How a job at a printer is proven. */
    public static String reference(long jobId, String printer) {
        return "job " + jobId + " " + printer;
    }

    /** The printer's number in a {@link #reference(long, String)}; 0 when it is none. */
    public static long number(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return parts.matches() ? Long.parseLong(parts.group(1)) : 0;
    }
}
