package io.github.komaseconnect.delivery;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.sales.SentFolder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records every attempt before its effect, and after it what came of it; and decides from the outcome what is to happen
 * next. Nothing retries behind its back.
 */
public final class AttemptBook {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptBook.class);

    private final Ledger ledger;
    private final Placement placement;
    private final Channels channels;
    private final RetryPolicy policy;
    private final DeliverySettings settings;
    private final Clock clock;

    /** Writes to {@code ledger} and moves files with {@code placement}. */
    public AttemptBook(Ledger ledger, Placement placement, Channels channels, DeliverySettings settings, Clock clock) {
        this.ledger = ledger;
        this.placement = placement;
        this.channels = channels;
        this.policy = RetryPolicy.of(settings);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens an attempt: when this returns, it is on disk that the effect may happen.
     *
     * @throws DeliveryWithdrawnException when the delivery was cancelled or changed meanwhile: nothing may be sent
     */
    public OpenAttempt begin(Shipment shipment) {
        Attempt attempt = ledger.inTransaction(books -> {
            Delivery now = books.deliveries().find(shipment.delivery().id()).orElseThrow();
            boolean paused = books.pauses().find(now.company(), Channel.ALL).isPresent();
            if (now.state() != DeliveryState.WAITING || paused) {
                throw new DeliveryWithdrawnException(shipment.invoice().label());
            }
            return books.deliveries().open(now.id());
        });
        return new OpenAttempt(shipment, attempt);
    }

    /** Records the outcome and what follows from it, in one transaction; then the file goes where it belongs. */
    public void end(EndedAttempt ended) {
        Shipment shipment = ended.open().shipment();
        ledger.record(books -> {
            close(books, ended);
            follow(books, shipment, ended.outcome(), clock.instant());
        });
        placement.carryOut(shipment.invoice().id());
    }

    /** Holds an invoice that cannot even be tried (e.g. no readable PDF): no attempt was made. */
    public void holdUntried(Prepared prepared) {
        Shipment shipment = prepared.shipment();
        ledger.record(books -> {
            books.deliveries()
                    .state(shipment.delivery().id(), DeliveryState.REJECTED, Optional.empty(), Optional.empty());
            HeldInvoices.hold(books, shipment.invoice().id(), prepared.fault().orElseThrow());
        });
        placement.carryOut(shipment.invoice().id());
    }

    /**
     * A step failed in a way that nobody expected: an attempt that is open is in doubt, otherwise it is tried again later.
     */
    public void failedUnexpectedly(Shipment shipment, Exception failure) {
        Reason reason = Outcomes.unexpected(failure);
        ledger.record(books -> {
            Delivery now = books.deliveries().find(shipment.delivery().id()).orElseThrow();
            Shipment current = new Shipment(shipment.company(), shipment.invoice(), now, shipment.ubl());
            Optional<Attempt> open = books.deliveries().openAttempt(now.id());
            if (open.isPresent()) {
                AttemptOutcome doubt = new AttemptOutcome.InDoubt(reason);
                close(books, new EndedAttempt(new OpenAttempt(current, open.get()), doubt));
                follow(books, current, doubt, clock.instant());
            } else if (now.state() == DeliveryState.WAITING) {
                temporary(books, current, reason, clock.instant());
            } else if (now.state() == DeliveryState.IN_DOUBT && now.dueAt().isPresent()) {
                Instant later = clock.instant().plus(settings.retryFirst());
                books.deliveries().state(now.id(), now.state(), Optional.of(later), now.failingSince());
            }
        });
        placement.carryOut(shipment.invoice().id());
    }

    private static void close(Ledger.Books books, EndedAttempt ended) {
        AttemptOutcome outcome = ended.outcome();
        String reference = outcome instanceof AttemptOutcome.Delivered delivered ? delivered.reference() : "";
        Optional<Reason> reason = Outcomes.reason(outcome);
        books.deliveries()
                .close(
                        ended.open().attempt().id(),
                        Outcomes.name(outcome),
                        reference,
                        reason.map(Reason::code).orElse(""),
                        reason.map(Reason::dutch).orElse(""),
                        reason.map(Reason::english).orElse(""));
    }

    /** What follows from an outcome; also for one that a look-up of a doubtful attempt gave. */
    void follow(Ledger.Books books, Shipment shipment, AttemptOutcome outcome, Instant now) {
        Delivery delivery = shipment.delivery();
        LedgerInvoice invoice = shipment.invoice();
        if (outcome instanceof AttemptOutcome.Delivered delivered) {
            delivered(books, shipment, delivered.reference());
        } else if (outcome instanceof AttemptOutcome.Rejected rejected) {
            books.deliveries().state(delivery.id(), DeliveryState.REJECTED, Optional.empty(), Optional.empty());
            HeldInvoices.hold(books, invoice.id(), rejected.reason());
        } else if (outcome instanceof AttemptOutcome.Temporary temporary) {
            temporary(books, shipment, temporary.reason(), now);
        } else if (outcome instanceof AttemptOutcome.Blocked blocked) {
            books.deliveries().state(delivery.id(), DeliveryState.WAITING, Optional.of(now), Optional.empty());
            channels.block(books, delivery, invoice, blocked.reason());
            LOG.warn("{}: {}", invoice.company(), blocked.reason().dutch());
        } else if (outcome instanceof AttemptOutcome.InDoubt inDoubt) {
            inDoubt(books, shipment, inDoubt.reason(), now);
        }
    }

    void delivered(Ledger.Books books, Shipment shipment, String reference) {
        Delivery delivery = shipment.delivery();
        LedgerInvoice invoice = shipment.invoice();
        SendingMethod method = delivery.destination().method();
        books.deliveries().delivered(delivery.id(), reference);
        if (method == SendingMethod.PEPPOL) {
            books.invoices().externalId(invoice.id(), reference);
        }
        books.invoices().state(invoice.id(), InvoiceState.SENT, Optional.empty());
        books.invoices().place(invoice.id(), Place.SENT, SentFolder.month(clock.instant()) + "/" + invoice.stem());
        books.events()
                .add(invoice.id(), "sent", SentTexts.dutch(method, reference), SentTexts.english(method, reference));
        channels.works(books, delivery.company(), Channel.of(method));
        LOG.info("{}: {} {}", invoice.company(), invoice.number(), SentTexts.dutch(method, reference));
    }

    private void temporary(Ledger.Books books, Shipment shipment, Reason reason, Instant now) {
        Delivery delivery = shipment.delivery();
        Instant since = delivery.failingSince().orElse(now);
        if (policy.isTimeToGiveUp(since, now)) {
            books.deliveries().state(delivery.id(), DeliveryState.REJECTED, Optional.empty(), Optional.empty());
            HeldInvoices.hold(books, shipment.invoice().id(), Outcomes.gaveUp(reason));
            return;
        }
        int failures = (int) books.deliveries().attempts(delivery.id()).stream()
                .filter(attempt -> !attempt.startedAt().isBefore(since)
                        || delivery.failingSince().isEmpty())
                .count();
        Instant next = now.plus(policy.delay(Math.max(1, failures)));
        books.deliveries().state(delivery.id(), DeliveryState.WAITING, Optional.of(next), Optional.of(since));
        books.events().add(shipment.invoice().id(), "retry", reason.dutch(), reason.english());
        LOG.info(
                "{}: {} later opnieuw: {}",
                delivery.company(),
                shipment.invoice().label(),
                reason.dutch());
    }

    private void inDoubt(Ledger.Books books, Shipment shipment, Reason reason, Instant now) {
        Delivery delivery = shipment.delivery();
        if (delivery.destination().method() == SendingMethod.PEPPOL) {
            Instant lookAt = now.plus(settings.inDoubtWait());
            books.deliveries()
                    .state(delivery.id(), DeliveryState.IN_DOUBT, Optional.of(lookAt), delivery.failingSince());
            books.events().add(shipment.invoice().id(), "in-doubt", reason.dutch(), reason.english());
        } else {
            books.deliveries().state(delivery.id(), DeliveryState.IN_DOUBT, Optional.empty(), Optional.empty());
            HeldInvoices.hold(books, shipment.invoice().id(), Outcomes.resolveByHand(reason));
        }
        LOG.warn("{}: {} in twijfel: {}", delivery.company(), shipment.invoice().label(), reason.dutch());
    }
}
