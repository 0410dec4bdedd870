package io.github.komaseconnect.delivery;

/** The delivery was cancelled, replaced or paused before its attempt began: nothing is sent. */
public class DeliveryWithdrawnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param label invoice number */
    public DeliveryWithdrawnException(String label) {
        super("The delivery of " + label + " was withdrawn before its attempt");
    }
}
