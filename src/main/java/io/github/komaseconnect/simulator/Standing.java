package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.util.Optional;

/** The status of an invoice and who set it last; the sender's copy and the receiver's share one. */
final class Standing {
    private InvoiceStatus status;
    private Instant modifiedOn;
    private String changedBy;
    private Optional<DeliveryMethod> way = Optional.empty();

    Standing(InvoiceStatus status, Instant modifiedOn, String changedBy) {
        this.status = status;
        this.modifiedOn = modifiedOn;
        this.changedBy = changedBy;
    }

    /** @param changedBy name of the company */
    record Snapshot(InvoiceStatus status, Instant modifiedOn, String changedBy) {}

    synchronized Snapshot now() {
        return new Snapshot(status, modifiedOn, changedBy);
    }

    synchronized void set(InvoiceStatus newStatus, Instant when, String by) {
        status = newStatus;
        modifiedOn = when;
        changedBy = by;
    }

    /** It goes on in this way after all. */
    synchronized void goesBy(DeliveryMethod newWay, Instant when) {
        way = Optional.of(newWay);
        modifiedOn = when;
    }

    /** The way it goes on, if that is another than it was sent by. */
    synchronized Optional<DeliveryMethod> way() {
        return way;
    }

    /** Marks it as downloaded, unless it is further already. */
    synchronized void downloaded(Instant when, String by) {
        if (status.compareTo(InvoiceStatus.DOWNLOADED) < 0) {
            set(InvoiceStatus.DOWNLOADED, when, by);
        }
    }
}
