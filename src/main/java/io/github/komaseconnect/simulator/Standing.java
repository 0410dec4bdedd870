package io.github.komaseconnect.simulator;

import java.time.Instant;

/** The status of an invoice and who set it last; the sender's copy and the receiver's share one. */
final class Standing {
    private InvoiceStatus status;
    private Instant modifiedOn;
    private String changedBy;

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

    /** Marks it as downloaded, unless it is further already. */
    synchronized void downloaded(Instant when, String by) {
        if (status.compareTo(InvoiceStatus.DOWNLOADED) < 0) {
            set(InvoiceStatus.DOWNLOADED, when, by);
        }
    }
}
