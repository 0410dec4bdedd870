package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which invoices to list.
 *
 * @param company empty: all
 * @param states empty: all
 * @param since changed at or after
 * @param limit at most this many
 */
public record InvoiceQuery(Optional<String> company, Set<InvoiceState> states, Optional<Instant> since, int limit) {
    public InvoiceQuery {
        states = Set.copyOf(states);
    }
}
