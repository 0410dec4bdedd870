package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records what a page of the list shows: a document that is not known yet gets a row, whatever becomes of it later. */
final class Listed {
    private final Ledger ledger;
    private final Clock clock;

    Listed(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records a page in one transaction; those that are not wanted are recorded as skipped, once.
     *
     * @return the new documents that are to be fetched
     */
    List<Long> record(Company company, Gateway gateway, List<InboxEntry> entries, InboxStart start) {
        List<String> ids = entries.stream().map(InboxEntry::externalId).toList();
        return ledger.inTransaction(books -> {
            Set<String> known = new HashSet<>(books.receipts().known(company.key(), ids));
            List<Long> added = new ArrayList<>();
            for (InboxEntry entry : entries) {
                // a list that moves between two pages may show a document twice
                if (known.add(entry.externalId())) {
                    boolean wanted = start.fetches(entry);
                    long id = add(books, company, gateway, entry, wanted ? InvoiceState.LISTED : InvoiceState.SKIPPED);
                    if (wanted) {
                        added.add(id);
                    }
                }
            }
            return added;
        });
    }

    /** Adds a document that the ledger does not have. */
    long add(Ledger.Books books, Company company, Gateway gateway, InboxEntry entry, InvoiceState state) {
        boolean skipped = state == InvoiceState.SKIPPED;
        return add(books, company, gateway, entry, state, skipped ? Optional.empty() : Optional.of(clock.instant()));
    }

    /** The same, to be gone on with at {@code dueAt}; empty: not before somebody says so. */
    long add(
            Ledger.Books books,
            Company company,
            Gateway gateway,
            InboxEntry entry,
            InvoiceState state,
            Optional<Instant> dueAt) {
        long id = books.invoices().add(row(company, entry, state));
        Instant now = clock.instant();
        // eConnect gave no time that makes sense: the day on which it was seen names file and folder
        Instant createdOn = entry.createdOn().isAfter(Instant.EPOCH) ? entry.createdOn() : now;
        books.receipts().add(id, company.key(), entry.externalId(), gateway, createdOn, dueAt);
        if (state == InvoiceState.SKIPPED) {
            books.invoices().state(id, state, Optional.of(PurchaseReasons.downloadedBefore()));
        }
        String sender = entry.senderName().isEmpty() ? "" : " van " + entry.senderName();
        String from = entry.senderName().isEmpty() ? "" : " from " + entry.senderName();
        books.events()
                .add(
                        id,
                        "listed",
                        "Gezien bij eConnect: " + entry.subject() + sender,
                        "Seen at eConnect: " + entry.subject() + from);
        return id;
    }

    /** The row of a document on eConnect's list, of which nothing more is known. */
    static NewInvoice row(Company company, InboxEntry entry, InvoiceState state) {
        return new NewInvoice(
                company.key(),
                Direction.PURCHASE,
                Optional.empty(),
                entry.externalId(),
                "",
                "",
                entry.subject(),
                "",
                false,
                false,
                Place.NOWHERE,
                "",
                "",
                state,
                false);
    }
}
