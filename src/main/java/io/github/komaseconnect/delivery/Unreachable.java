package io.github.komaseconnect.delivery;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reachability.ReachBook;
import io.github.komaseconnect.reachability.ReachBook.Question;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.sales.HeldInvoices;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from an answer that the receiver of a delivery is not registered on Peppol; all within a transaction, so
 * that a crash finds the delivery either waiting or ended with the next one planned.
 */
final class Unreachable {
    private static final Logger LOG = LoggerFactory.getLogger(Unreachable.class);

    /** Why there is nothing instead of Peppol; any other reason, as the relation file is now, speaks against Peppol, too. */
    private static final Set<String> ONLY_AGAINST_FALLBACK =
            Set.of("reach.not-registered", "reach.no-email", "reach.strict-country");

    private final ReachRules rules;
    private final ReachBook book;
    private final DeliverySettings settings;
    private final Clock clock;

    Unreachable(DeliverySettings settings, Clock clock) {
        this.rules = new ReachRules(settings.reach());
        this.book = new ReachBook(rules, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer is kept; then the delivery waits for a second one, or ends, with or without another in its place. */
    void follow(Ledger.Books books, Shipment shipment, NobodyThere nobody) {
        Refusals refusals = book.notRegistered(books, question(shipment, nobody.asked()), nobody.answer());
        if (!rules.isConfirmed(refusals)) {
            await(books, shipment, rules.confirmableAt(refusals));
            return;
        }
        Delivery delivery = shipment.delivery();
        Optional<Instant> reached = ReachBook.reachedBefore(
                books,
                delivery.company(),
                nobody.known(),
                delivery.destination().relationNumber());
        Optional<String> other = notAskedYet(books, shipment, nobody);
        if (reached.isPresent()) {
            hold(books, shipment, ReachReasons.wasReachable(receiver(delivery), refusals, reached.get()));
        } else if (other.isPresent()) {
            tryOther(books, shipment, refusals, other.get());
        } else if (nobody.alternative() instanceof Alternative.Instead instead) {
            fallBack(books, shipment, refusals, instead.destination());
        } else {
            hold(books, shipment, ((Alternative.Not) nobody.alternative()).reason());
        }
    }

    /**
     * An identifier of the customer that was not asked for and has no confirmed no: the platform asks for one at a time, by
     * sending to it. A government body is sent to under its OIN only.
     */
    private Optional<String> notAskedYet(Ledger.Books books, Shipment shipment, NobodyThere nobody) {
        Delivery delivery = shipment.delivery();
        boolean speaksAgainst = nobody.alternative() instanceof Alternative.Not not
                && !ONLY_AGAINST_FALLBACK.contains(not.reason().code());
        if (speaksAgainst || ElectronicAddress.ofReceiver(receiver(delivery)).isOin()) {
            return Optional.empty();
        }
        return nobody.known().stream()
                .filter(known -> nobody.asked().stream().noneMatch(known::equalsIgnoreCase))
                .filter(known -> books.reachings()
                        .find(delivery.company(), known.toLowerCase(Locale.ROOT), type(shipment.invoice()))
                        .filter(answer -> isNo(answer, delivery))
                        .isEmpty())
                .findFirst();
    }

    private boolean isNo(KnownReach answer, Delivery delivery) {
        boolean counts =
                rules.isStandingNo(answer, clock.instant()) || answer.askedAt().isAfter(delivery.createdAt());
        return counts && answer.refused().filter(rules::isConfirmed).isPresent();
    }

    private void tryOther(Ledger.Books books, Shipment shipment, Refusals refusals, String other) {
        Reason why = ReachReasons.triesOther(receiver(shipment.delivery()), refusals, other);
        long id = shipment.delivery().id();
        books.deliveries().redirect(id, List.of(other));
        books.deliveries().state(id, DeliveryState.WAITING, Optional.of(clock.instant()), Optional.empty());
        books.deliveries().forgetPassage(id);
        books.invoices().state(shipment.invoice().id(), InvoiceState.ON_ITS_WAY, Optional.empty());
        books.events().add(shipment.invoice().id(), "reach-id", why.dutch(), why.english());
        LOG.info("{}: {}: {}", shipment.company().key(), shipment.invoice().label(), why.dutch());
    }

    private Question question(Shipment shipment, List<String> receivers) {
        return new Question(shipment.delivery().company(), receivers, type(shipment.invoice()), clock.instant());
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
        book.reachable(books, question(shipment, List.of(receiver(delivery))), reachable);
        if (!receiver(delivery).equalsIgnoreCase(reachable.receiver())) {
            // the customer was reached, but the next invoice is not to go to the planned identifier unasked
            Reason why = ReachReasons.otherIdentifier(receiver(delivery), reachable.receiver());
            books.deliveries().redirect(delivery.id(), List.of(reachable.receiver()));
            books.events().add(shipment.invoice().id(), "reach-id", why.dutch(), why.english());
        }
    }

    /** A document was refused as for nobody: what an earlier answer said counts no more, so that a retry asks anew. */
    void unknown(Ledger.Books books, Shipment shipment, Reason answer) {
        books.reachings().notReached(shipment.delivery(), type(shipment.invoice()), answer);
    }

    /** Registered, but not for this kind of document: never a reason for another method by itself. */
    void notForType(Ledger.Books books, Shipment shipment, Reason answer) {
        DocumentType type = type(shipment.invoice());
        book.notForType(books, question(shipment, List.of(receiver(shipment.delivery()))), answer);
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
        books.reachings().fellBack(instead, Optional.of(ended.id()), now, why);
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
