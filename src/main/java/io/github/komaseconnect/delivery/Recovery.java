package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What is done at start with attempts that a crash left open: they are in doubt, never simply tried again. */
public final class Recovery {
    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final AttemptBook attempts;
    private final Placement placement;
    private final Clock clock;

    /** Recovers in {@code ledger}. */
    public Recovery(
            Companies companies,
            Ledger ledger,
            Archive archive,
            AttemptBook attempts,
            Placement placement,
            Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.attempts = attempts;
        this.placement = placement;
        this.clock = clock;
    }

    /** Closes open attempts as in doubt and finishes recorded moves. Gives how many attempts were open. */
    public int recover() {
        List<Delivery> open = ledger.inTransaction(books -> books.deliveries().attempting());
        open.stream()
                .filter(delivery -> companies.find(delivery.company()).isPresent())
                .forEach(this::recover);
        placement.tidyAll();
        return open.size();
    }

    private void recover(Delivery delivery) {
        ledger.record(books -> {
            LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
            Shipment shipment = new Shipment(
                    companies.get(delivery.company()),
                    invoice,
                    delivery,
                    archive.file(invoice.archive(), Archive.DOCUMENT));
            Optional<Attempt> attempt = books.deliveries().openAttempt(delivery.id());
            AttemptOutcome outcome =
                    new AttemptOutcome.InDoubt(Outcomes.crashed(attempt.map(Attempt::number).orElse(1)));
            attempt.ifPresent(row -> books.deliveries()
                    .close(
                            row.id(),
                            Outcomes.name(outcome),
                            "",
                            "delivery.interrupted",
                            Outcomes.crashed(row.number()).dutch(),
                            Outcomes.crashed(row.number()).english()));
            attempts.follow(books, shipment, outcome, clock.instant());
        });
    }
}
