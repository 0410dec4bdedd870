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
import java.util.Set;

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

    /** At start: closes open attempts as in doubt and finishes recorded moves. Gives how many attempts were open. */
    public int recover() {
        int open = recoverExcept(Set.of());
        placement.tidyAll();
        return open;
    }

    /** Closes attempts that are open although nobody is working on them: their step failed unexpectedly. */
    public int recoverExcept(Set<Long> inHand) {
        List<Delivery> open = ledger.inTransaction(books -> books.deliveries().attempting()).stream()
                .filter(delivery -> companies.find(delivery.company()).isPresent() && !inHand.contains(delivery.id()))
                .toList();
        open.forEach(this::recover);
        return open.size();
    }

    private void recover(Delivery delivery) {
        ledger.record(books -> {
            if (books.deliveries().openAttempt(delivery.id()).isEmpty()) {
                return;
            }
            LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
            Shipment shipment = new Shipment(
                    companies.get(delivery.company()),
                    invoice,
                    delivery,
                    archive.file(invoice.archive(), Archive.DOCUMENT));
            Optional<Attempt> attempt = books.deliveries().openAttempt(delivery.id());
            AttemptOutcome outcome = new AttemptOutcome.InDoubt(
                    Outcomes.crashed(attempt.map(Attempt::number).orElse(1)));
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
        placement.carryOut(delivery.invoiceId());
    }
}
