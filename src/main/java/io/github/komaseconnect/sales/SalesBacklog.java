package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.DueTime;
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

    /** What of a company that came in hand just now was not looked up when it was in hand before, here or elsewhere. */
    public List<Registration> leftBehind(String companyKey) {
        return ledger
                .reading(books -> books.invoices().inState(Direction.SALES, List.of(InvoiceState.ACCEPTED)))
                .stream()
                .filter(invoice -> invoice.company().equals(companyKey))
                .map(invoice -> new Registration(invoice.id(), Registration.Next.LOOK_UP))
                .toList();
    }

    /** What is to be looked up now. */
    public List<Registration> interrupted() {
        Instant now = clock.instant();
        return ledger
                .reading(books -> books.invoices().inState(Direction.SALES, List.of(InvoiceState.ACCEPTED)))
                .stream()
                .filter(invoice -> companies.find(invoice.company()).isPresent())
                .filter(invoice -> DueTime.isAtLeast(LEAVE_TO_ITS_OWN_STEP, invoice.changedAt(), now)
                        || invoice.changedAt().isBefore(startedAt))
                .map(invoice -> new Registration(invoice.id(), Registration.Next.LOOK_UP))
                .toList();
    }
}
