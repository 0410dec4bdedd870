package io.github.komaseconnect.delivery;

import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative;

/** What came of asking whether a delivery's receiver can be reached. */
public sealed interface Asked {
    /** The delivery. */
    Shipment shipment();

    /** It is sent as it is: nothing speaks against it. */
    record Send(Shipment shipment) implements Asked {}

    /** It is sent, to the identifier under which the receiver is registered. */
    record SendTo(Shipment shipment, Reach.Reachable reachable) implements Asked {}

    /** Not registered; what may happen instead when that is confirmed. */
    record NotRegistered(Shipment shipment, Reason reason, Alternative alternative) implements Asked {}

    /** Registered, but not for this kind of document. */
    record NotForType(Shipment shipment, Reason reason) implements Asked {}

    /** Whether it goes out now; for the route. */
    default boolean isToSend() {
        return this instanceof Send || this instanceof SendTo;
    }
}
