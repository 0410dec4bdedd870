package io.github.komaseconnect.ledger;

/**
 * A document that is sent in the place of the one that Komas wrote.
 *
 * @param deliveryId of which delivery; {@link #OF_ALL}: of the invoice, by whatever way it goes
 * @param file its name in the invoice's folder in the archive
 * @param sha256 of its bytes
 * @param bytes how many there are
 */
public record Payload(long invoiceId, long deliveryId, String file, String sha256, long bytes) {
    /** In the place of a delivery: it counts for each that has none of its own. */
    public static final long OF_ALL = 0;
}
