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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /**
     * Plans those of these whose destination is known, together, and holds the rest. Others among them are passed over: what
     * could not be looked up is looked up again.
     */
    public void planOrHold(List<?> looked) {
        Map<Boolean, List<LookedUp>> byDecision = looked.stream()
                .filter(LookedUp.class::isInstance)
                .map(LookedUp.class::cast)
                .collect(Collectors.partitioningBy(LookedUp::isDecided));
        planAll(byDecision.get(true));
        byDecision.get(false).forEach(this::hold);
    }

    private void planAll(List<LookedUp> decided) {
        if (decided.size() < 2) {
            decided.forEach(this::plan);
            return;
        }
        List<LookedUp> planned;
        try {
            planned = ledger.inTransaction(books -> planned(books, decided));
        } catch (RuntimeException oneOfThem) {
            eachAlone(decided);
            return;
        }
        planned.forEach(DeliveryPlan::tell);
    }

    /** One that cannot be planned keeps no other from it. */
    private void eachAlone(List<LookedUp> decided) {
        List<RuntimeException> failures = new ArrayList<>();
        for (LookedUp one : decided) {
            try {
                plan(one);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** Fixes the method and the address: a later change of the relation file does not change this delivery. */
    public void plan(LookedUp looked) {
        ledger.inTransaction(books -> planned(books, List.of(looked))).forEach(DeliveryPlan::tell);
    }

    /** Those that were planned: not what went another way meanwhile. */
    private List<LookedUp> planned(Ledger.Books books, List<LookedUp> decided) {
        List<Long> ids = decided.stream().map(one -> one.invoice().id()).toList();
        Map<Long, LedgerInvoice> accepted = books.invoices().find(ids).stream()
                .filter(row -> row.state() == InvoiceState.ACCEPTED)
                .collect(Collectors.toMap(LedgerInvoice::id, Function.identity(), (one, same) -> one, HashMap::new));
        List<LookedUp> planned = new ArrayList<>();
        for (LookedUp one : decided) {
            // one that is in the list twice is planned once
            Optional.ofNullable(accepted.remove(one.invoice().id())).ifPresent(row -> {
                plan(books, row, (LookUp.Decided) one.lookUp());
                planned.add(one);
            });
        }
        return planned;
    }

    private static void tell(LookedUp planned) {
        Destination destination = ((LookUp.Decided) planned.lookUp()).destination();
        LOG.info(
                "{}: {} gaat per {} naar {} {}",
                planned.invoice().company(),
                planned.invoice().number(),
                destination.method().word(),
                destination.relationName(),
                String.join(", ", destination.addresses()));
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
