package io.github.komaseconnect.bounce;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the consequences of mails that came back, from the ledger: an invoice that did not reach its customer is held.
 * Each in one transaction, so that a crash leaves all or nothing.
 */
public final class Returns {
    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);
    private static final int AT_ONCE = 100;
    /** Kind of the events that tell of mails that came back. */
    private static final String BOUNCED = "bounced";

    private final Companies companies;
    private final Ledger ledger;
    private final Placement placement;
    private final CopyAlarms copies;

    /** Of these companies; files are moved with {@code placement}. */
    public Returns(Companies companies, Ledger ledger, Placement placement, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.placement = placement;
        this.copies = new CopyAlarms(ledger, clock);
    }

    /** Whatever is still to be drawn, of the companies in hand. */
    public void follow() {
        for (Company company : companies.all()) {
            try {
                for (Bounce bounce : ledger.reading(books -> books.bounces().waiting(company.key(), AT_ONCE))) {
                    Optional<Long> moved = ledger.inTransaction(books -> follow(books, company, bounce));
                    moved.ifPresent(placement::carryOut);
                }
                copies.end(company);
            } catch (LedgerUnavailableException e) {
                LOG.warn("{}: mails that came back wait for the ledger: {}", company.key(), e.getMessage());
            }
        }
    }

    /** Gives the invoice whose file is to be moved. */
    private static Optional<Long> follow(Ledger.Books books, Company company, Bounce bounce) {
        Delivery delivery = books.deliveries().find(bounce.deliveryId()).orElseThrow();
        // the report can be here before the outcome of our own attempt; and others look too
        if (isUnderWay(delivery) || !books.bounces().done(bounce.id())) {
            return Optional.empty();
        }
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        if (bounce.kind() == Bounce.Kind.DELAYED) {
            tell(books, invoice, BounceReasons.delayed(bounce, delivery));
            return Optional.empty();
        }
        if (isOfCopy(books, company, delivery, bounce)) {
            Reason reason = BounceReasons.copy(bounce);
            tell(books, invoice, reason);
            CopyAlarms.raise(books, company, bounce, reason, invoice.label());
            return Optional.empty();
        }
        if (!waitsForIt(books, invoice, delivery)) {
            tell(books, invoice, BounceReasons.later(bounce, delivery));
            return Optional.empty();
        }
        Reason reason = BounceReasons.bounced(bounce, delivery);
        books.deliveries().state(delivery.id(), DeliveryState.REJECTED, Optional.empty(), Optional.empty());
        HeldInvoices.hold(books, invoice.id(), reason);
        return Optional.of(invoice.id());
    }

    private static void tell(Ledger.Books books, LedgerInvoice invoice, Reason reason) {
        books.events().add(invoice.id(), BOUNCED, reason.dutch(), reason.english());
        LOG.info("{}: {}: {}", invoice.company(), invoice.label(), reason.dutch());
    }

    private static boolean isUnderWay(Delivery delivery) {
        return delivery.state() == DeliveryState.ATTEMPTING || delivery.state() == DeliveryState.WAITING;
    }

    /** A copy that comes back says nothing of the customer's own; also when copies go elsewhere since. */
    private static boolean isOfCopy(Ledger.Books books, Company company, Delivery delivery, Bounce bounce) {
        Set<String> copies = new HashSet<>(company.mailing().copies());
        copies.addAll(books.bounces().copies(delivery.id()));
        List<String> customers = delivery.destination().addresses().stream()
                .map(Mailing::onTheEnvelope)
                .toList();
        return !bounce.recipients().isEmpty()
                && bounce.recipients().stream()
                        .map(Mailing::onTheEnvelope)
                        .allMatch(one -> copies.contains(one) && !customers.contains(one));
    }

    /** Whether the invoice stands or falls with this delivery: one that goes another way meanwhile stays on that way. */
    private static boolean waitsForIt(Ledger.Books books, LedgerInvoice invoice, Delivery delivery) {
        boolean newest = books.deliveries().of(invoice.id()).get(0).id() == delivery.id();
        boolean sent = invoice.state() == InvoiceState.SENT && delivery.state() == DeliveryState.DELIVERED;
        // a doubt ends too: the mail did go out, and came back
        boolean doubtful = invoice.state() == InvoiceState.HELD && delivery.state() == DeliveryState.IN_DOUBT;
        return newest && (sent || doubtful);
    }
}
