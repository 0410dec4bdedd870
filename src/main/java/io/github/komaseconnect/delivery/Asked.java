package io.github.komaseconnect.delivery;

import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.util.Optional;

/** What came of asking whether a delivery's receiver can be reached. */
public sealed interface Asked {
    /** The delivery. */
    Shipment shipment();

    /** It is sent as it is: nothing speaks against it. */
    record Send(Shipment shipment) implements Asked {}

    /** It is sent, to the identifier under which the receiver is registered. */
    record SendTo(Shipment shipment, Reach.Reachable reachable) implements Asked {}

    /** Not registered. */
    record NotRegistered(Shipment shipment, NobodyThere nobody) implements Asked {}

    /** Registered, but not for this kind of document. */
    record NotForType(Shipment shipment, Reason reason) implements Asked {}

    /**
     * Not answered, and it must not be sent without an answer: as one that failed for the moment.
     *
     * @param restAskedFor for how long eConnect asks to be left alone
     */
    record Later(Shipment shipment, Reason reason, Optional<Duration> restAskedFor) implements Asked {}

    /** Not answered, since eConnect lets the company do nothing, and it must not be sent without an answer. */
    record Blocked(Shipment shipment, Reason reason) implements Asked {}

    /** Whether it goes out now; for the route. */
    default boolean isToSend() {
        return this instanceof Send || this instanceof SendTo;
    }
}
