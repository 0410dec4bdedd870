package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import java.time.Clock;
import java.util.List;

/** Documents of which eConnect tells by itself, one by one, and not by a list. From here on they go the same way. */
public final class Arrivals {
    private final Listed listed;

    /** Recorded in {@code ledger}. */
    public Arrivals(Ledger ledger, Clock clock) {
        this.listed = new Listed(ledger, clock);
    }

    /**
     * A document has arrived: it is to be fetched, unless the ledger has it. Whether it is new.
     *
     * @param gateway where it is fetched
     */
    public boolean record(Ledger.Books books, Company company, Gateway gateway, InboxEntry entry) {
        if (!books.receipts().known(company.key(), List.of(entry.externalId())).isEmpty()) {
            return false;
        }
        listed.add(books, company, gateway, entry, InvoiceState.LISTED);
        return true;
    }
}
