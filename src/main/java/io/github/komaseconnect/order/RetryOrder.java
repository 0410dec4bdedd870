package io.github.komaseconnect.order;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.delivery.RuleCheck;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.PrintJobs;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.sales.Claim;
import io.github.komaseconnect.sales.Claims;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.PerhapsSent;
import io.github.komaseconnect.sales.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries an invoice again, with the relation file as it is now. */
public final class RetryOrder {
    /** Argument of an order that lets the invoice out whatever the official rules say. */
    public static final String SKIP_VALIDATION = "skip-validation";

    private static final Set<InvoiceState> UNDER_WAY = EnumSet.of(
            InvoiceState.LISTED, InvoiceState.FETCHED, InvoiceState.READY, InvoiceState.STAGED, InvoiceState.IMPORTED);

    private final Ledger ledger;
    private final Archive archive;
    private final Claims claims;
    private final Placement placement;
    private final Clock clock;

    /** Takes held files back with {@code claims}. */
    public RetryOrder(Ledger ledger, Archive archive, Claims claims, Placement placement, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.claims = claims;
        this.placement = placement;
        this.clock = clock;
    }

    /** The answer, and what is to be accepted from here on. */
    record Result(Answer answer, Optional<Claim> claim) {}

    Result retry(WorkOrder order, LedgerInvoice invoice) throws IOException {
        if (invoice.direction() == Direction.PURCHASE) {
            return new Result(retryPurchase(order, invoice), Optional.empty());
        }
        List<Delivery> deliveries = ledger.reading(books -> books.deliveries().of(invoice.id()));
        if (ledger.<Boolean>reading(books -> PerhapsSent.is(books, invoice))) {
            return nothing(Answer.refused(
                    "Van " + invoice.label() + " is niet zeker of hij is aangekomen. Gebruik: komas-econnect resolve "
                            + invoice.id() + " --sent of --send-again.",
                    "It is not certain whether " + invoice.label() + " arrived. Use: komas-econnect resolve "
                            + invoice.id() + " --sent or --send-again."));
        }
        if (invoice.state() == InvoiceState.ON_ITS_WAY) {
            return nothing(dueNow(order, invoice, deliveries));
        }
        if (invoice.state() != InvoiceState.HELD && invoice.state() != InvoiceState.CANCELLED) {
            return nothing(Answer.refused(
                    invoice.label() + " is " + invoice.state().dutch() + " en kan niet opnieuw geprobeerd worden.",
                    invoice.label() + " is " + invoice.state().english() + " and cannot be tried again."));
        }
        if (!invoice.hasXml()) {
            return nothing(Answer.refused(
                    "Dit is een PDF zonder XML; die kan niet verzonden worden.",
                    "This is a PDF without XML; it cannot be sent."));
        }
        placement.carryOut(invoice.id());
        if (ledger.inTransaction(books -> books.invoices().find(invoice.id()))
                .filter(now -> now.where().placed())
                .isEmpty()) {
            return nothing(Answer.failed(
                    "Het bestand van " + invoice.label()
                            + " kan nu niet verplaatst worden; kijk naar de mappen outbox en" + " held.",
                    "The file of " + invoice.label() + " cannot be moved now; look at the folders outbox and held."));
        }
        Path xml = placement.visibleFile(invoice);
        String name = xml.getFileName().toString();
        Optional<Path> pdf = invoice.hasPdf()
                ? Optional.of(xml.resolveSibling(name.substring(0, name.length() - 4) + ".pdf"))
                : Optional.empty();
        Claim claim = claims.takeHeld(
                invoice,
                xml,
                pdf,
                archive.file(invoice.archive(), Archive.DOCUMENT),
                archive.file(invoice.archive(), Archive.PDF));
        // only now: an order that fails lets nothing out later on
        event(order, invoice);
        return new Result(
                Answer.done(invoice.label() + " wordt opnieuw geprobeerd.", invoice.label() + " is tried again."),
                Optional.of(claim));
    }

    private static Result nothing(Answer answer) {
        return new Result(answer, Optional.empty());
    }

    private void event(WorkOrder order, LedgerInvoice invoice) {
        ledger.record(books -> {
            if (order.argument().equals(SKIP_VALIDATION)) {
                books.events()
                        .addBy(
                                invoice.id(),
                                RuleCheck.WAIVED,
                                order.who(),
                                "Opdracht: opnieuw proberen, ook als hij niet aan de officiële regels voldoet.",
                                "Order: try again, even if it breaks the official rules.");
            } else {
                books.events()
                        .addBy(
                                invoice.id(),
                                RuleCheck.ORDER,
                                order.who(),
                                "Opdracht: opnieuw proberen.",
                                "Order: try again.");
            }
        });
    }

    private Answer dueNow(WorkOrder order, LedgerInvoice invoice, List<Delivery> deliveries) {
        Instant now = clock.instant();
        event(order, invoice);
        Optional<Instant> dailyPrint = dailyPrint(deliveries).filter(now::isBefore);
        if (dailyPrint.isPresent()) {
            String when = DutchTime.minute(dailyPrint.get());
            return Answer.done(
                    invoice.label() + " was al onderweg en gaat mee met de dagelijkse afdruk van " + when + ".",
                    invoice.label() + " was on its way already and goes with the daily print of " + when + ".");
        }
        ledger.record(books -> deliveries.stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .forEach(delivery -> books.deliveries()
                        .state(delivery.id(), DeliveryState.WAITING, Optional.of(now), delivery.failingSince())));
        return Answer.done(
                invoice.label() + " was al onderweg en wordt nu meteen geprobeerd.",
                invoice.label() + " was on its way already and is tried at once.");
    }

    /** When it is printed with others; empty when it waits for none. */
    private Optional<Instant> dailyPrint(List<Delivery> deliveries) {
        return ledger.reading(books -> deliveries.stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING
                        && delivery.dueAt().isEmpty())
                .flatMap(delivery -> books.printJobs().gatheredBefore(delivery.id()).stream())
                .map(PrintJobs.Gathered::readyAt)
                .findFirst());
    }

    private Answer retryPurchase(WorkOrder order, LedgerInvoice invoice) {
        if (order.argument().equals(SKIP_VALIDATION)) {
            return Answer.refused(
                    invoice.label() + " is een inkoopfactuur; die wordt niet op de regels gecontroleerd.",
                    invoice.label() + " is a purchase invoice; those are not validated.");
        }
        if (UNDER_WAY.contains(invoice.state())) {
            event(order, invoice);
            ledger.record(books -> books.receipts().next(invoice.id(), Optional.of(clock.instant()), 0));
            return Answer.done(
                    "Document " + invoice.externalId() + " was al onderweg en wordt nu meteen geprobeerd.",
                    "Document " + invoice.externalId() + " was on its way already and is tried at once.");
        }
        if (invoice.state() != InvoiceState.HELD && invoice.state() != InvoiceState.SKIPPED) {
            return Answer.refused(
                    invoice.label() + " is " + invoice.state().dutch() + "; er valt niets opnieuw te proberen.",
                    invoice.label() + " is " + invoice.state().english() + "; there is nothing to try again.");
        }
        event(order, invoice);
        ledger.record(books -> {
            Optional<Receipt> receipt = books.receipts().find(invoice.id());
            boolean named = receipt.filter(row -> !row.fileName().isEmpty()).isPresent();
            books.invoices().state(invoice.id(), named ? InvoiceState.READY : InvoiceState.LISTED, Optional.empty());
            books.receipts().next(invoice.id(), Optional.of(clock.instant()), 0);
            HeldInvoices.released(books, invoice);
        });
        return Answer.done(
                "Document " + invoice.externalId() + " wordt opnieuw opgehaald.",
                "Document " + invoice.externalId() + " is fetched again.");
    }
}
