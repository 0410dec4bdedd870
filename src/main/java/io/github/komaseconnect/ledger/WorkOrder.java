package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An order that a person gave on the command line, for the runtime to carry out.
 *
 * @param invoiceId 0 when it is about a company
 * @param argument what else the kind needs, e.g. the method of a reroute
 * @param who user and machine that gave it
 * @param finishedAt empty while it waits
 */
public record WorkOrder(
        long id,
        Kind kind,
        String company,
        long invoiceId,
        String argument,
        String who,
        Instant placedAt,
        Optional<Instant> finishedAt,
        Outcome outcome,
        String answerDutch,
        String answerEnglish) {

    /** What can be ordered. */
    public enum Kind {
        REFRESH,
        RETRY,
        REROUTE,
        CANCEL,
        RESOLVE,
        PAUSE,
        RESUME,
        /** Missing invoice numbers are fine: the argument has them, one a line; empty: all. */
        ACCEPT_GAPS,
        ADOPT,
        /** Answer the supplier of a purchase invoice; the argument is the answer as JSON, or that it is withdrawn. */
        RESPOND
    }

    /** How an order ended. */
    public enum Outcome {
        WAITING,
        DONE,
        /** Not possible in the state the invoice is in; nothing changed. */
        REFUSED,
        FAILED,
        WITHDRAWN
    }
}
