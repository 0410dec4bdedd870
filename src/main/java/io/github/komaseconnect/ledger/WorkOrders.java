package io.github.komaseconnect.ledger;

import java.util.List;
import java.util.Optional;

/** Orders from the command line. */
public interface WorkOrders {
    /** Places an order; gives its id. */
    long place(WorkOrder.Kind kind, String company, long invoiceId, String argument, String who);

    Optional<WorkOrder> find(long id);

    /** Not finished yet, oldest first. */
    List<WorkOrder> open();

    /** How far it is, for the person who waits. */
    void progress(long id, String dutch, String english);

    void finish(long id, WorkOrder.Outcome outcome, String dutch, String english);
}
