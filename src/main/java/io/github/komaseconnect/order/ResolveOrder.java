package io.github.komaseconnect.order;

import io.github.komaseconnect.delivery.Repeats;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.InvoiceNumbers;
import io.github.komaseconnect.sales.PerhapsSent;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.sales.Registration;
import io.github.komaseconnect.sales.SentFolder;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * A person says what became of a delivery in doubt, or what is to be done with a second invoice of the same number. The
 * order's argument is {@value #SENT} or {@value #SEND_AGAIN}.
 */
public final class ResolveOrder {
    /** It arrived, or was sent in some other way. */
    public static final String SENT = "sent";

    /** It did not arrive: send it (again). */
    public static final String SEND_AGAIN = "send-again";

    /** Why something is held that may have arrived after all, as a person finds out who looks or asks. */
    private static final Set<String> PERHAPS_ARRIVED =
            Set.of("mail.bounced", "printer.completed-with-errors", "printer.gave-up");

    private final Ledger ledger;
    private final Placement placement;
    private final Clock clock;

    /** Moves files with {@code placement}. */
    public ResolveOrder(Ledger ledger, Placement placement, Clock clock) {
        this.ledger = ledger;
        this.placement = placement;
        this.clock = clock;
    }

    /** The answer, and what is to be looked up from here on. */
    record Result(Answer answer, Optional<Registration> next) {}

    /**
     * Question, change and end of the order in one transaction: a delivery that is being cleared up meanwhile is no longer
     * in doubt, and what a person said of one doubt never counts for the next.
     */
    Result resolve(WorkOrder order, LedgerInvoice ordered) {
        Result result = ledger.inTransaction(books -> {
            Result done =
                    resolve(books, order, books.invoices().find(ordered.id()).orElseThrow());
            done.answer().recorded(books, order);
            return done;
        });
        placement.carryOut(ordered.id());
        return result;
    }

    private Result resolve(Ledger.Books books, WorkOrder order, LedgerInvoice invoice) {
        Optional<Delivery> doubtful = books.deliveries().of(invoice.id()).stream()
                .filter(delivery ->
                        delivery.state() == DeliveryState.IN_DOUBT || delivery.state() == DeliveryState.PRINTING)
                .findFirst();
        boolean sameNumber = invoice.state() == InvoiceState.HELD
                && invoice.reason()
                        .filter(reason -> reason.code().equals("sales.number-used"))
                        .isPresent();
        boolean arrived = order.argument().equals(SENT) && perhapsArrived(invoice);
        if (doubtful.isEmpty() && !sameNumber && !arrived && !PerhapsSent.isByAnEarlierLedger(invoice)) {
            return only(Answer.refused(
                    "Bij " + invoice.label() + " (" + invoice.state().dutch() + ") is er geen twijfel om op te lossen.",
                    "With " + invoice.label() + " (" + invoice.state().english() + ") there is no doubt to resolve."));
        }
        return switch (order.argument()) {
            case SENT -> only(sent(books, order, invoice, doubtful));
            case SEND_AGAIN ->
                doubtful.isPresent()
                        ? sendAgain(books, order, invoice, doubtful.get())
                        : sendAllTheSame(books, order, invoice);
            default ->
                only(Answer.refused(
                        "Onbekende keuze: " + order.argument() + ".", "Unknown choice: " + order.argument() + "."));
        };
    }

    private static boolean perhapsArrived(LedgerInvoice invoice) {
        return invoice.state() == InvoiceState.HELD
                && invoice.reason()
                        .filter(reason -> PERHAPS_ARRIVED.contains(reason.code()))
                        .isPresent();
    }

    private static Result only(Answer answer) {
        return new Result(answer, Optional.empty());
    }

    private Answer sent(Ledger.Books books, WorkOrder order, LedgerInvoice invoice, Optional<Delivery> doubtful) {
        doubtful.or(() -> perhapsArrived(invoice)
                        ? books.deliveries().of(invoice.id()).stream().findFirst()
                        : Optional.empty())
                .ifPresent(delivery -> books.deliveries().delivered(delivery.id(), "volgens " + order.who()));
        books.invoices().state(invoice.id(), InvoiceState.SENT, Optional.empty());
        books.invoices().place(invoice.id(), Place.SENT, SentFolder.month(clock.instant()) + "/" + invoice.stem());
        HeldInvoices.released(books, invoice);
        books.events()
                .addBy(invoice.id(), "order", order.who(), "Opdracht: geldt als verzonden.", "Order: counts as sent.");
        return Answer.done(invoice.label() + " geldt nu als verzonden.", invoice.label() + " now counts as sent.");
    }

    private Result sendAgain(Ledger.Books books, WorkOrder order, LedgerInvoice invoice, Delivery doubtful) {
        if (Repeats.cannotSucceed(books, doubtful)) {
            return anew(books, order, invoice, doubtful);
        }
        // where a repeat is recognised the doubt stays, so that whatever comes it is sent under the same document id
        DeliveryState again = doubtful.isRepeated() ? DeliveryState.IN_DOUBT : DeliveryState.WAITING;
        books.deliveries().state(doubtful.id(), again, Optional.of(clock.instant()), Optional.empty());
        books.foreignDocuments().settle(invoice.company(), invoice.number(), invoice.id());
        books.invoices().state(invoice.id(), InvoiceState.ON_ITS_WAY, Optional.empty());
        books.invoices().place(invoice.id(), Place.OUTBOX, invoice.stem());
        HeldInvoices.released(books, invoice);
        books.events().addBy(invoice.id(), "order", order.who(), "Opdracht: opnieuw verzenden.", "Order: send again.");
        return only(
                Answer.done(invoice.label() + " wordt opnieuw verzonden.", invoice.label() + " is being sent again."));
    }

    /** The same document to the same receiver by the same gateway would be refused again: looked up as if it were new. */
    private static Result anew(Ledger.Books books, WorkOrder order, LedgerInvoice invoice, Delivery doubtful) {
        books.deliveries().state(doubtful.id(), DeliveryState.REJECTED, Optional.empty(), Optional.empty());
        return lookedUpAgain(
                books,
                order,
                invoice,
                Answer.done(invoice.label() + " wordt opnieuw verzonden.", invoice.label() + " is being sent again."),
                "Opdracht: opnieuw verzenden. De relatie wordt opnieuw opgezocht.",
                "Order: send again. The relation is looked up anew.");
    }

    /** The second invoice of a number goes out although the first was sent: it now stands for the number. */
    private static Result sendAllTheSame(Ledger.Books books, WorkOrder order, LedgerInvoice invoice) {
        InvoiceNumbers.takeAllTheSame(books, invoice);
        return lookedUpAgain(
                books,
                order,
                invoice,
                Answer.done(invoice.label() + " wordt toch verzonden.", invoice.label() + " is sent all the same."),
                "Opdracht: toch verzenden, naast de eerdere factuur met dit nummer.",
                "Order: send all the same, beside the earlier invoice of this number.");
    }

    private static Result lookedUpAgain(
            Ledger.Books books, WorkOrder order, LedgerInvoice invoice, Answer answer, String dutch, String english) {
        books.foreignDocuments().settle(invoice.company(), invoice.number(), invoice.id());
        books.events().addBy(invoice.id(), "order", order.who(), dutch, english);
        HeldInvoices.release(books, invoice, order.who());
        books.invoices().place(invoice.id(), Place.OUTBOX, invoice.stem());
        return new Result(answer, Optional.of(new Registration(invoice.id(), Registration.Next.LOOK_UP)));
    }
}
