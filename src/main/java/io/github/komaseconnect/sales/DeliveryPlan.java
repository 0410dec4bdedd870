package io.github.komaseconnect.sales;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.LookUp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the delivery of an invoice whose destination is known, or holds one whose destination is not. */
public final class DeliveryPlan {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPlan.class);

    private final Ledger ledger;
    private final Placement placement;
    private final DeliverySettings settings;
    private final Clock clock;

    /** Plans with the delay of {@code settings}, in which an invoice can still be cancelled. */
    public DeliveryPlan(Ledger ledger, Placement placement, DeliverySettings settings, Clock clock) {
        this.ledger = ledger;
        this.placement = placement;
        this.settings = settings;
        this.clock = clock;
    }

    /** Fixes the method and the address: a later change of the relation file does not change this delivery. */
    public void plan(LookedUp looked) {
        LedgerInvoice invoice = looked.invoice();
        LookUp.Decided decided = (LookUp.Decided) looked.lookUp();
        Destination destination = decided.destination();
        boolean planned = ledger.inTransaction(books -> {
            Optional<LedgerInvoice> now =
                    books.invoices().find(invoice.id()).filter(row -> row.state() == InvoiceState.ACCEPTED);
            now.ifPresent(row -> plan(books, row, decided));
            return now.isPresent();
        });
        if (planned) {
            LOG.info(
                    "{}: {} gaat per {} naar {} {}",
                    invoice.company(),
                    invoice.number(),
                    destination.method().word(),
                    destination.relationName(),
                    String.join(", ", destination.addresses()));
        }
    }

    /** The same within a transaction of the caller, who has seen to it that the invoice may go out. */
    public void plan(Ledger.Books books, LedgerInvoice invoice, LookUp.Decided decided) {
        Destination destination = decided.destination();
        Instant now = clock.instant();
        long delivery =
                books.deliveries().add(invoice.id(), invoice.company(), destination, now.plus(settings.delay()));
        books.invoices().state(invoice.id(), InvoiceState.ON_ITS_WAY, Optional.empty());
        String to = destination.addresses().isEmpty() ? "" : " (" + String.join(", ", destination.addresses()) + ")";
        books.events()
                .add(
                        invoice.id(),
                        "looked-up",
                        "Per " + destination.method().word() + to + ": " + destination.whyDutch(),
                        "By " + destination.method().word() + to + ": " + destination.whyEnglish());
        decided.insteadOfPeppol().ifPresent(why -> {
            books.reachings().fellBack(delivery, Optional.empty(), now, why);
            books.events().add(invoice.id(), "fallback", why.dutch(), why.english());
        });
        decided.warnings().forEach(warning -> books.events()
                .add(invoice.id(), "warning", warning.dutchLine(), warning.englishLine()));
    }

    /** Holds an invoice whose destination a person must decide; one that went another way meanwhile is left alone. */
    public void hold(LookedUp looked) {
        Reason reason = ((LookUp.Undecided) looked.lookUp()).reason();
        long id = looked.invoice().id();
        ledger.record(books -> books.invoices()
                .find(id)
                .filter(row -> row.state() == InvoiceState.ACCEPTED)
                .ifPresent(row -> HeldInvoices.hold(books, id, reason)));
        placement.carryOut(id);
    }
}
