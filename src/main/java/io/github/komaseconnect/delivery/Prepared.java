package io.github.komaseconnect.delivery;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be sent, made ready before the attempt.
 *
 * @param file the document, message or PDF; empty when it could not be made, or may not go out
 * @param fault why not
 * @param otherwise what is to become of the invoice then
 */
public record Prepared(Shipment shipment, Optional<Path> file, Optional<Reason> fault, Otherwise otherwise) {
    /** What becomes of an invoice that is not ready. */
    public enum Otherwise {
        /** A person has to look at it. */
        HOLD,
        /** It is tried again by itself. */
        LATER
    }

    /** Ready to go out. */
    public static Prepared toGo(Shipment shipment, Path file) {
        return new Prepared(shipment, Optional.of(file), Optional.empty(), Otherwise.HOLD);
    }

    /** It cannot be made: the invoice is to be held. */
    public static Prepared cannot(Shipment shipment, Reason fault) {
        return new Prepared(shipment, Optional.empty(), Optional.of(fault), Otherwise.HOLD);
    }

    /** It cannot be made now: the invoice is to be tried again later. */
    public static Prepared later(Shipment shipment, Reason fault) {
        return new Prepared(shipment, Optional.empty(), Optional.of(fault), Otherwise.LATER);
    }

    /** Whether there is something to send; for the route. */
    public boolean isReady() {
        return file.isPresent();
    }
}
