package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.InDoubtPolicy;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What follows, for a delivery, from what became of the job at a printer in which it is; all within a transaction. */
final class PrintConsequences {
    private final Consequences consequences;
    private final RetryPolicy policy;
    private final DeliverySettings settings;
    private final Clock clock;

    PrintConsequences(Consequences consequences, DeliverySettings settings, Clock clock) {
        this.consequences = consequences;
        this.policy = RetryPolicy.of(settings);
        this.settings = settings;
        this.clock = clock;
    }

    /** The job in which the newest attempt of a delivery goes, if it goes in one. */
    static Optional<PrintJob> job(Ledger.Books books, Delivery delivery) {
        return books.deliveries().find(delivery.id()).flatMap(now -> books.printJobs()
                .ofAttempt(now.id(), now.attempts()));
    }

    /** A doubt that is cleared up by asking the printer, or by looking into the spool folder. */
    void toBeAsked(Ledger.Books books, Shipment shipment, Reason reason) {
        Delivery delivery = shipment.delivery();
        Instant now = clock.instant();
        books.deliveries()
                .state(
                        delivery.id(),
                        DeliveryState.IN_DOUBT,
                        Optional.of(now),
                        Optional.of(delivery.failingSince().orElse(now)));
        books.events().add(shipment.invoice().id(), "in-doubt", reason.dutch(), reason.english());
    }

    /** The printer took it; where several go in one job, it may have ended meanwhile. */
    void underWay(Ledger.Books books, Shipment shipment, String reference) {
        Optional<PrintJob> job = job(books, shipment.delivery());
        Optional<PrintJob> ended = job.filter(PrintConsequences::isOver);
        if (ended.isPresent()) {
            follow(books, shipment, ended.get());
            return;
        }
        job.filter(one -> one.stage() != PrintJob.Stage.PRINTING).ifPresent(one -> books.printJobs()
                .update(
                        one.id(),
                        PrintJob.Stage.PRINTING,
                        one.jobId() == 0 ? PrintJob.number(reference) : one.jobId(),
                        one.state(),
                        Optional.empty(),
                        Optional.of(clock.instant())));
        Reason told = PrintReasons.underWay(reference);
        books.invoices().state(shipment.invoice().id(), InvoiceState.ON_ITS_WAY, Optional.empty());
        books.deliveries().state(shipment.delivery().id(), DeliveryState.PRINTING, Optional.empty(), Optional.empty());
        books.events().add(shipment.invoice().id(), "printing", told.dutch(), told.english());
    }

    private static boolean isOver(PrintJob job) {
        return switch (job.stage()) {
            case DONE, FAILED, NOT_PRINTED, UNKNOWN -> true;
            case PLANNED, CREATED, SENDING, PRINTING -> false;
        };
    }

    /** Whether the delivery still waits for what becomes of a job. */
    static boolean isOpen(Delivery delivery) {
        return delivery.state() == DeliveryState.PRINTING || delivery.state() == DeliveryState.IN_DOUBT;
    }

    /**
     * What follows from how far the job is; it must not be one that is still to be asked for.
     *
     * @throws IllegalArgumentException when it is
     */
    void follow(Ledger.Books books, Shipment shipment, PrintJob job) {
        switch (job.stage()) {
            case PLANNED, CREATED, NOT_PRINTED -> again(books, shipment);
            case PRINTING -> underWay(books, shipment, job.reference());
            case DONE -> consequences.delivered(books, shipment, job.reference());
            case FAILED ->
                consequences.hold(
                        books,
                        shipment,
                        DeliveryState.REJECTED,
                        job.reason().orElseGet(() -> PrintReasons.gaveUp(job)));
            case UNKNOWN -> unknown(books, shipment, job.reason().orElseGet(PrintReasons::notKnown));
            case SENDING -> throw new IllegalArgumentException("to be asked for: " + job.name());
        }
    }

    /** Nothing had left: it is tried again, with growing waits when that goes on. */
    private void again(Ledger.Books books, Shipment shipment) {
        Delivery delivery = shipment.delivery();
        Instant now = clock.instant();
        Instant since = delivery.failingSince().orElse(now);
        int before = Consequences.failures(books, shipment, since);
        if (policy.isTimeToGiveUp(since, now, 1 + before)) {
            consequences.hold(books, shipment, DeliveryState.REJECTED, Outcomes.gaveUp(PrintReasons.nothingLeft()));
            return;
        }
        Instant next = before == 0 ? now : now.plus(policy.delay(before));
        books.deliveries().state(delivery.id(), DeliveryState.WAITING, Optional.of(next), Optional.of(since));
        Reason told = PrintReasons.nothingLeft();
        books.events().add(shipment.invoice().id(), Consequences.ABSENT, told.dutch(), told.english());
    }

    /** Nobody can tell any more: a person decides, unless its company wants it once more then. */
    private void unknown(Ledger.Books books, Shipment shipment, Reason reason) {
        Instant now = clock.instant();
        if (shipment.company().inDoubt() == InDoubtPolicy.RESEND) {
            consequences.resend(
                    books, shipment, reason, shipment.delivery().failingSince().orElse(now), now);
        } else {
            consequences.hold(books, shipment, DeliveryState.IN_DOUBT, Outcomes.resolveByHand(reason));
        }
    }

    /** The printer cannot be asked now: again later, and a person is asked in the end. */
    void askAgain(Ledger.Books books, Shipment shipment, Reason reason) {
        Delivery delivery = shipment.delivery();
        Instant now = clock.instant();
        Instant since = delivery.failingSince().orElse(now);
        if (policy.isTimeToGiveUp(since, now)) {
            consequences.hold(books, shipment, DeliveryState.IN_DOUBT, Outcomes.resolveByHand(reason));
            return;
        }
        books.deliveries()
                .state(
                        delivery.id(),
                        DeliveryState.IN_DOUBT,
                        Optional.of(now.plus(settings.retryFirst())),
                        Optional.of(since));
    }
}
