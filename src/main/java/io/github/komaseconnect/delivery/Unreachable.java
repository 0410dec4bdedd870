package io.github.komaseconnect.delivery;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.sales.HeldInvoices;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from an answer that the receiver of a delivery is not registered on Peppol; all within a transaction, so
 * that a crash finds the delivery either waiting or ended with the next one planned.
 */
final class Unreachable {
    private static final Logger LOG = LoggerFactory.getLogger(Unreachable.class);

    private final ReachRules rules;
    private final DeliverySettings settings;
    private final Clock clock;

    Unreachable(DeliverySettings settings, Clock clock) {
        this.rules = new ReachRules(settings.reach());
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer is kept; then the delivery waits for a second one, or ends, with or without another in its place. */
    void follow(Ledger.Books books, Shipment shipment, Reason answer, Alternative alternative) {
        Instant now = clock.instant();
        Delivery delivery = shipment.delivery();
        String receiver = receiver(delivery);
        DocumentType type = type(shipment.invoice());
        Optional<KnownReach> before = books.reachings().find(delivery.company(), receiver, type);
        KnownReach known = rules.refused(delivery.company(), receiver, type, before, answer, now);
        books.reachings().keep(known);
        Refusals refusals = known.refused().orElseThrow();
        if (!rules.isConfirmed(refusals)) {
            await(books, shipment, rules.confirmableAt(refusals));
            return;
        }
        Optional<Instant> reached = books.reachings()
                .reachedAt(delivery.company(), receiver)
                .or(() -> books.reachings()
                        .relationReachedAt(
                                delivery.company(), delivery.destination().relationNumber()));
        if (reached.isPresent()) {
            hold(books, shipment, ReachReasons.wasReachable(receiver, refusals, reached.get()));
        } else if (alternative instanceof Alternative.Instead instead) {
            fallBack(books, shipment, refusals, instead.destination());
        } else {
            hold(books, shipment, ((Alternative.Not) alternative).reason());
        }
    }

    /** No failure: its clock of giving up does not run, and nobody is called. */
    private static void await(Ledger.Books books, Shipment shipment, Instant again) {
        Reason reason = ReachReasons.confirming(receiver(shipment.delivery()), again);
        books.deliveries().state(shipment.delivery().id(), DeliveryState.WAITING, Optional.of(again), Optional.empty());
        books.deliveries().forgetPassage(shipment.delivery().id());
        books.invoices().state(shipment.invoice().id(), InvoiceState.ON_ITS_WAY, Optional.of(reason));
        books.events().add(shipment.invoice().id(), "reach-wait", reason.dutch(), reason.english());
        LOG.info("{}: {}: {}", shipment.company().key(), shipment.invoice().label(), reason.dutch());
    }

    /** It can be reached after all, perhaps under another of its identifiers. */
    void reachable(Ledger.Books books, Shipment shipment, Reach.Reachable reachable) {
        Delivery delivery = shipment.delivery();
        DocumentType type = type(shipment.invoice());
        Instant now = clock.instant();
        books.reachings()
                .keep(reached(delivery, reachable.receiver(), type, Verdict.REACHABLE, reachable.channel(), now));
        if (!receiver(delivery).equalsIgnoreCase(reachable.receiver())) {
            // the customer was reached, but the next invoice is not to go to this identifier unasked
            books.reachings().keep(reached(delivery, receiver(delivery), type, Verdict.NOT_CHECKED, "", now));
            Reason why = ReachReasons.otherIdentifier(receiver(delivery), reachable.receiver());
            books.deliveries().redirect(delivery.id(), List.of(reachable.receiver()));
            books.events().add(shipment.invoice().id(), "reach-id", why.dutch(), why.english());
        }
    }

    private static KnownReach reached(
            Delivery delivery, String receiver, DocumentType type, Verdict verdict, String channel, Instant now) {
        return new KnownReach(
                delivery.company(),
                receiver.toLowerCase(Locale.ROOT),
                type,
                verdict,
                channel,
                now,
                Optional.empty(),
                Optional.of(now),
                "",
                "");
    }

    /** Registered, but not for this kind of document: never a reason for another method by itself. */
    void notForType(Ledger.Books books, Shipment shipment, Reason answer) {
        Delivery delivery = shipment.delivery();
        DocumentType type = type(shipment.invoice());
        Optional<Instant> reached = books.reachings().reachedAt(delivery.company(), receiver(delivery));
        books.reachings()
                .keep(new KnownReach(
                        delivery.company(),
                        receiver(delivery),
                        type,
                        Verdict.NOT_FOR_TYPE,
                        "",
                        clock.instant(),
                        Optional.empty(),
                        reached,
                        answer.dutch(),
                        answer.english()));
        hold(books, shipment, ReachReasons.notForType(type.dutch(), type.english(), answer));
    }

    private static void hold(Ledger.Books books, Shipment shipment, Reason reason) {
        books.deliveries()
                .state(shipment.delivery().id(), DeliveryState.NOT_REACHABLE, Optional.empty(), Optional.empty());
        HeldInvoices.hold(books, shipment.invoice().id(), reason);
    }

    private void fallBack(Ledger.Books books, Shipment shipment, Refusals refusals, Destination destination) {
        Delivery ended = shipment.delivery();
        LedgerInvoice invoice = shipment.invoice();
        Instant now = clock.instant();
        String to = destination.addresses().isEmpty() ? "" : " (" + String.join(", ", destination.addresses()) + ")";
        Reason why = ReachReasons.fellBack(
                receiver(ended),
                refusals,
                "per " + destination.method().word() + to,
                "by " + destination.method().word() + to);
        books.deliveries().state(ended.id(), DeliveryState.NOT_REACHABLE, Optional.empty(), Optional.empty());
        long instead = books.deliveries().add(invoice.id(), invoice.company(), destination, now.plus(settings.delay()));
        books.reachings().fellBack(instead, ended.id(), now, why);
        books.invoices().state(invoice.id(), InvoiceState.ON_ITS_WAY, Optional.empty());
        books.events().add(invoice.id(), "fallback", why.dutch(), why.english());
        LOG.warn("{}: {}: {}", invoice.company(), invoice.label(), why.dutch());
    }

    /** What a delivery by Peppol goes to. */
    static String receiver(Delivery delivery) {
        return delivery.destination().addresses().get(0);
    }

    /** The kind of document. */
    static DocumentType type(LedgerInvoice invoice) {
        return invoice.type().orElse(DocumentType.INVOICE);
    }
}
