package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Accepted invoices whose look-up was interrupted, by a crash or an unexpected failure: they are looked up again. */
public final class SalesBacklog {
    private static final Duration LEAVE_TO_ITS_OWN_STEP = Duration.ofSeconds(30);

    private final Companies companies;
    private final Ledger ledger;
    private final Clock clock;
    private final Instant startedAt;

    /** Everything accepted before now was interrupted. */
    public SalesBacklog(Companies companies, Ledger ledger, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** What is to be looked up now. */
    public List<Registration> interrupted() {
        Instant before = clock.instant().minus(LEAVE_TO_ITS_OWN_STEP);
        return ledger
                .reading(books -> books.invoices().inState(Direction.SALES, List.of(InvoiceState.ACCEPTED)))
                .stream()
                .filter(invoice -> companies.find(invoice.company()).isPresent())
                .filter(invoice -> invoice.changedAt().isBefore(before)
                        || invoice.changedAt().isBefore(startedAt))
                .map(invoice -> new Registration(invoice.id(), Registration.Next.LOOK_UP))
                .toList();
    }
}
