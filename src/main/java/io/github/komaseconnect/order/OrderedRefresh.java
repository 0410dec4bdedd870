package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.Listing;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.reason.DueTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Komas's "Actualiseren" by command: reads the list, waits for what it brought, and says what came. It never waits itself:
 * the route asks it again and again, so that a stop of the program does not wait for it either.
 */
public final class OrderedRefresh {
    private static final Duration WAIT_AT_MOST = Duration.ofMinutes(10);
    private static final Set<InvoiceState> UNDER_WAY =
            EnumSet.of(InvoiceState.LISTED, InvoiceState.FETCHED, InvoiceState.READY, InvoiceState.STAGED);

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

    /**
     * An order that is being carried out.
     *
     * @param until when to answer with what there is
     * @param listing what the list gave; empty while another reading of it is going on
     * @param awaited the documents it brought, and those that were under way before
     * @param left those of them that were under way at the last look
     */
    public record UnderWay(
            WorkOrder order, Instant until, Optional<Listing> listing, Set<Long> awaited, Set<Long> left) {
        public UnderWay {
            awaited = Set.copyOf(awaited);
            left = Set.copyOf(left);
        }

        private UnderWay with(Collection<Long> stillUnderWay) {
            return new UnderWay(order, until, listing, awaited, Set.copyOf(stillUnderWay));
        }
    }

    /** Begins: reads the list, unless another is doing so. */
    UnderWay begin(WorkOrder order) {
        progress(order, "Lijst ophalen bij eConnect…", "Reading the list at eConnect…");
        return goOn(new UnderWay(order, clock.instant().plus(WAIT_AT_MOST), Optional.empty(), Set.of(), Set.of()));
    }

    /** One more look; its progress is written into the order. */
    UnderWay goOn(UnderWay refresh) {
        UnderWay listed = refresh.listing().isPresent() ? refresh : listed(refresh);
        if (listed.listing().filter(listing -> listing.trouble().isEmpty()).isEmpty()) {
            return listed;
        }
        // what was done at the last look is not asked for again: there may be thousands
        UnderWay now = listed.with(ledger.reading(books -> books.invoices().inState(listed.left(), UNDER_WAY)));
        int all = now.awaited().size();
        int arrived = all - now.left().size();
        progress(now.order(), arrived + " van " + all + " verwerkt…", arrived + " of " + all + " done…");
        return now;
    }

    private UnderWay listed(UnderWay refresh) {
        String company = refresh.order().company();
        Listing listing = inbox.list(company);
        if (listing.elsewhere()) {
            return refresh;
        }
        Set<Long> awaited = new LinkedHashSet<>(listing.added());
        if (listing.trouble().isEmpty()) {
            ledger.record(books -> {
                // who asks for invoices now does not want to wait for the next try of those that failed before
                books.receipts().dueNow(company, clock.instant());
                books.invoices().inState(Direction.PURCHASE, UNDER_WAY).stream()
                        .filter(invoice -> invoice.company().equals(company))
                        .forEach(invoice -> awaited.add(invoice.id()));
            });
        }
        return new UnderWay(refresh.order(), refresh.until(), Optional.of(listing), awaited, awaited);
    }

    /** Whether something is still to be waited for. */
    boolean isGoingOn(UnderWay refresh) {
        if (DueTime.hasCome(refresh.until(), clock.instant(), WAIT_AT_MOST)) {
            return false;
        }
        if (refresh.listing().isEmpty()) {
            return true;
        }
        if (refresh.left().isEmpty()) {
            return false;
        }
        String company = refresh.order().company();
        boolean hands = receipts.isBusy(company);
        return ledger.reading(books -> {
            boolean atRest = Stream.of(Channel.ALL, Channel.ECONNECT, Channel.RECEIVING)
                    .anyMatch(channel -> books.pauses().find(company, channel).isPresent());
            return hands || !atRest && books.receipts().countDue(company, clock.instant()) > 0;
        });
    }

    /** What came of it. */
    Answer answer(UnderWay refresh) {
        if (refresh.listing().isEmpty()) {
            return Answer.failed(
                    "Er werd al ververst, en dat duurt te lang; probeer het later nog eens.",
                    "A refresh was going on already and takes too long; try again later.");
        }
        Listing listing = refresh.listing().get();
        if (listing.trouble().isPresent()) {
            return Answer.failed(
                    listing.trouble().get().dutchLine(), listing.trouble().get().englishLine());
        }
        List<LedgerInvoice> came = ledger.reading(books ->
                books.invoices().find(refresh.awaited().stream().sorted().toList()));
        return new RefreshAnswer(listing, came).answer();
    }

    private void progress(WorkOrder order, String dutch, String english) {
        ledger.record(books -> books.orders().progress(order.id(), dutch, english));
    }
}
