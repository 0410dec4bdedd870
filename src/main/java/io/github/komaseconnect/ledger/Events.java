package io.github.komaseconnect.ledger;

import java.util.List;

/** What happened to invoices. */
public interface Events {
    /** Something the runtime did or saw. */
    void add(long invoiceId, String kind, String dutch, String english);

    /** Something a person did. */
    void addBy(long invoiceId, String kind, String who, String dutch, String english);

    /** Oldest first. */
    List<LedgerEvent> of(long invoiceId);
}
