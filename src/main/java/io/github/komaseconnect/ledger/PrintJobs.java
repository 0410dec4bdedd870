package io.github.komaseconnect.ledger;

import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was handed to printers, and what waits to be printed together. */
public interface PrintJobs {
    /**
     * A delivery that waits for others.
     *
     * @param readyAt from when on it may be printed
     */
    record Gathered(long deliveryId, Instant since, Instant readyAt) {}

    /** Records what is about to be printed, before the attempts of its deliveries are begun; gives its id. */
    long plan(String company, String printer, String mark, String name, PrintJob.Kind kind, List<PrintJob.Item> items);

    Optional<PrintJob> find(long id);

    /** In which this attempt of a delivery goes. */
    Optional<PrintJob> ofAttempt(long deliveryId, int attempt);

    /** All of a delivery, oldest first. */
    List<PrintJob> of(long deliveryId);

    /** The printer gave it this number. */
    void created(long id, long jobId);

    /** Its printer said its name. */
    void named(long id);

    /** From now on the document may have left; none of its deliveries waits for others any more. */
    void sending(long id);

    /**
     * How it goes on.
     *
     * @param jobId the printer's number for it; 0 when none is known
     * @param state in the printer's words
     * @param nextLook when the printer is asked next; empty when it is followed no more
     */
    void update(
            long id,
            PrintJob.Stage stage,
            long jobId,
            String state,
            Optional<Reason> reason,
            Optional<Instant> nextLook);

    /** How many jobs of a company are at a printer, or may be, and do not go on. */
    int stuck(String company);

    /** What a company has at printers and is to be asked for, longest waiting first. */
    List<PrintJob> toFollow(String company, Instant now, int limit);

    /** Companies that have anything at a printer. */
    List<String> companiesFollowed(Instant now);

    /** This delivery waits for others from now on; what is known of it stays when it waits already. */
    void gather(long deliveryId, String company, Instant readyAt);

    /** Those of a company that wait for others, oldest first. */
    List<Gathered> gathered(String company);

    /** How this delivery waited for others, or still does; empty when it never did. */
    Optional<Gathered> gatheredBefore(long deliveryId);

    /** Companies of which something waits for others. */
    List<String> companiesGathering();

    /** It waits no more. */
    void leave(long deliveryId);
}
