package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.sales.Placement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is done with attempts that were left open, by a crash for instance: in doubt, never simply tried again. */
public final class Recovery {
    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final AttemptBook attempts;
    private final Placement placement;

    /** Recovers in {@code ledger}. */
    public Recovery(Companies companies, Ledger ledger, Archive archive, AttemptBook attempts, Placement placement) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.attempts = attempts;
        this.placement = placement;
    }

    /**
     * When a company comes in hand: closes its open attempts as in doubt and finishes its recorded moves. Gives how many
     * attempts were open.
     *
     * @param inHand the deliveries that are being worked on here still, since an earlier time in hand
     */
    public int recover(Company company, Supplier<Set<Long>> inHand) {
        int open = close(delivery -> delivery.company().equals(company.key()), inHand);
        placement.tidy(company);
        return open;
    }

    /**
     * Closes attempts that are open although nobody is working on them: their step failed unexpectedly.
     *
     * @param inHand the deliveries that are being worked on; asked after the open attempts were read, since an attempt is
     *     begun only by who has the delivery in hand
     */
    public int recoverExcept(Supplier<Set<Long>> inHand) {
        attempts.recordLate();
        return close(delivery -> companies.find(delivery.company()).isPresent(), inHand);
    }

    private int close(Predicate<Delivery> which, Supplier<Set<Long>> inHand) {
        List<Delivery> open = ledger.reading(books -> books.deliveries().attempting());
        Set<Long> spared = inHand.get();
        // after those in hand: who ends an attempt notes what is not recorded yet before it lets the delivery go
        Set<Long> known = attempts.unrecorded();
        List<Delivery> left = open.stream()
                .filter(which)
                .filter(delivery -> !spared.contains(delivery.id()) && !known.contains(delivery.id()))
                .toList();
        left.forEach(this::recover);
        return left.size();
    }

    private void recover(Delivery delivery) {
        ledger.record(books -> books.deliveries()
                .openAttempt(delivery.id())
                .filter(attempt -> attempt.number() == delivery.attempts())
                .ifPresent(attempt -> recover(books, delivery, attempt)));
        placement.carryOut(delivery.invoiceId());
    }

    private void recover(Ledger.Books books, Delivery delivery, Attempt attempt) {
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        Shipment shipment = Shipment.of(books, archive, companies.get(delivery.company()), invoice, delivery);
        AttemptOutcome outcome = new AttemptOutcome.InDoubt(Outcomes.crashed(attempt.number()));
        attempts.close(books, attempt, outcome);
        attempts.consequences().follow(books, shipment, outcome);
    }
}
