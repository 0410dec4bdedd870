package io.github.komaseconnect.ledger;

import java.util.List;

/** What happened to invoices. */
public interface Events {
    /** Something the runtime did or saw. */
    void add(long invoiceId, String kind, String dutch, String english);

    /** Several things at the same moment, in this order; at least one. */
    void add(long invoiceId, List<Note> notes);

    /**
     * Something the runtime did or saw.
     *
     * @param kind a word for the program; the texts are for people
     */
    record Note(String kind, String dutch, String english) {}

    /** Something a person did. */
    void addBy(long invoiceId, String kind, String who, String dutch, String english);

    /** Oldest first. */
    List<LedgerEvent> of(long invoiceId);
}
