package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Komas's "Actualiseren" by command: reads the list, waits for what it brought, and says what came. */
public final class OrderedRefresh {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration WAIT_AT_MOST = Duration.ofMinutes(10);
    private static final Set<InvoiceState> ARRIVED = EnumSet.of(InvoiceState.IMPORTED, InvoiceState.RECEIVED);
    private static final int MANY = 10_000;

    private final PurchaseInbox inbox;
    private final DueReceipts receipts;
    private final Ledger ledger;
    private final Clock clock;

    /** Lists with {@code inbox}; what it brings is received by the routes as always. */
    public OrderedRefresh(PurchaseInbox inbox, DueReceipts receipts, Ledger ledger, Clock clock) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Carries out the order; its progress is written into it meanwhile. */
    public Answer refresh(WorkOrder order) {
        Instant began = clock.instant();
        progress(order, "Lijst ophalen bij eConnect…", "Reading the list at eConnect…");
        PurchaseInbox.Listing listing = inbox.list(order.company());
        if (listing.trouble().isPresent()) {
            Reason reason = listing.trouble().get();
            return Answer.failed(reason.dutchLine(), reason.englishLine());
        }
        Instant end = began.plus(WAIT_AT_MOST);
        while (isBusy(order.company()) && clock.instant().isBefore(end)) {
            int arrived = arrivedSince(order.company(), began);
            progress(
                    order,
                    arrived + " van " + listing.found() + " in de importmap…",
                    arrived + " of " + listing.found() + " in the import folder…");
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        int arrived = arrivedSince(order.company(), began);
        int waiting = listing.found() - arrived;
        String later = waiting > 0 ? " " + waiting + " nog niet (zie status)." : "";
        String laterEnglish = waiting > 0 ? " " + waiting + " not yet (see status)." : "";
        return Answer.done(
                listing.found() + " nieuwe documenten, " + arrived + " in de importmap." + later,
                listing.found() + " new documents, " + arrived + " in the import folder." + laterEnglish);
    }

    private boolean isBusy(String company) {
        return receipts.isBusy(company)
                || ledger.inTransaction(books -> books.receipts().countDue(company, clock.instant())) > 0;
    }

    private int arrivedSince(String company, Instant since) {
        List<?> arrived = ledger
                .inTransaction(books -> books.invoices()
                        .list(new InvoiceQuery(Optional.of(company), ARRIVED, Optional.of(since), MANY)))
                .stream()
                .filter(invoice -> invoice.direction() == Direction.PURCHASE)
                .toList();
        return arrived.size();
    }

    private void progress(WorkOrder order, String dutch, String english) {
        ledger.record(books -> books.orders().progress(order.id(), dutch, english));
    }
}
