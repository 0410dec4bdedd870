package io.github.komaseconnect.order;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.LookUp;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.Claim;
import io.github.komaseconnect.sales.Registration;
import io.github.komaseconnect.sales.RelationDesk;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the orders that people placed in the ledger by the command line. Who gave an order, and when, becomes an
 * event of the invoice; an order that the invoice's state does not allow is refused with the reason and changes nothing.
 */
public final class OrderDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    private final Companies companies;
    private final Ledger ledger;
    private final RetryOrder retry;
    private final CancelOrder cancel;
    private final ResolveOrder resolve;
    private final PauseOrder pause;
    private final RelationDesk relations;
    private final RerouteOrder reroute;
    private final OrderedRefresh refresh;
    private final AcceptGapsOrder gaps;
    private final AdoptOrder adopt;
    private final RespondOrder respond;
    private final Set<Long> inHand = new HashSet<>();

    /** A desk with one worker for each kind of order. */
    public OrderDesk(
            Companies companies,
            Ledger ledger,
            RetryOrder retry,
            CancelOrder cancel,
            ResolveOrder resolve,
            PauseOrder pause,
            RelationDesk relations,
            RerouteOrder reroute,
            OrderedRefresh refresh,
            AdoptOrder adopt,
            RespondOrder respond) {
        this.companies = companies;
        this.ledger = ledger;
        this.retry = retry;
        this.cancel = cancel;
        this.resolve = resolve;
        this.pause = pause;
        this.relations = relations;
        this.reroute = reroute;
        this.refresh = refresh;
        this.gaps = new AcceptGapsOrder(ledger);
        this.adopt = adopt;
        this.respond = respond;
    }

    /** Orders not taken up yet; one for a company that is not in hand here waits until it is. */
    public synchronized List<WorkOrder> take() {
        List<WorkOrder> open = ledger.reading(books -> books.orders().open());
        inHand.retainAll(open.stream().map(WorkOrder::id).toList());
        return open.stream()
                .filter(this::isForUs)
                .filter(order -> inHand.add(order.id()))
                .toList();
    }

    private boolean isForUs(WorkOrder order) {
        return order.kind() == WorkOrder.Kind.ADOPT
                ? adopt.isOurs(order)
                : companies.find(order.company()).isPresent();
    }

    /** Begins to fetch new purchase invoices. */
    public OrderedRefresh.UnderWay beginRefresh(WorkOrder order) {
        return refresh.begin(order);
    }

    /** Whether new purchase invoices are still on their way. */
    public boolean isRefreshing(OrderedRefresh.UnderWay underWay) {
        return refresh.isGoingOn(underWay);
    }

    /** Tells how far it is. */
    public OrderedRefresh.UnderWay goOnRefreshing(OrderedRefresh.UnderWay underWay) {
        return refresh.goOn(underWay);
    }

    /** Tells what came. */
    public void endRefresh(OrderedRefresh.UnderWay underWay) {
        finish(underWay.order(), refresh.answer(underWay));
    }

    /** A held invoice is offered again as it lies in the held folder: what is to be accepted now, if anything. */
    public List<Claim> retry(WorkOrder order) throws IOException {
        RetryOrder.Result result = retry.retry(order, invoice(order));
        finish(order, result.answer());
        return result.claim().stream().toList();
    }

    /** Another sending method; the new delivery is due when this returns. */
    public void reroute(WorkOrder order) throws IOException {
        LedgerInvoice invoice = invoice(order);
        SendingMethod method = SendingMethod.valueOf(order.argument());
        Optional<Answer> refusal = reroute.refusal(invoice);
        if (refusal.isPresent()) {
            finish(order, refusal.get());
            return;
        }
        LookUp looked = relations.lookUpBy(invoice, method).lookUp();
        if (looked instanceof LookUp.Decided decided) {
            finish(order, reroute.carryOut(order, invoice, decided));
        } else {
            Reason reason = ((LookUp.Undecided) looked).reason();
            finish(order, Answer.refused(reason.dutchLine(), reason.englishLine()));
        }
    }

    /** A person says what became of a doubtful delivery: what is to be looked up now, if anything. */
    public List<Registration> resolve(WorkOrder order) {
        ResolveOrder.Result result = resolve.resolve(order, invoice(order));
        finish(order, result.answer());
        return result.next().stream().toList();
    }

    /** Orders after which nothing else follows at once: cancel, pause, resume, adopt, numbers that are fine, an answer to a supplier. */
    public void carryOut(WorkOrder order) throws IOException {
        if (order.kind() == WorkOrder.Kind.RESPOND) {
            // an answer that is recorded ends its order itself, with what came of it
            respond.respond(order, invoice(order)).ifPresent(answer -> finish(order, answer));
            return;
        }
        Answer answer =
                switch (order.kind()) {
                    case CANCEL -> cancel.cancel(order, invoice(order));
                    case PAUSE -> pause.pause(order);
                    case RESUME -> pause.resume(order);
                    case ACCEPT_GAPS -> gaps.accept(order);
                    case ADOPT -> adopt.adopt(order);
                    default -> Answer.refused("Onbekende opdracht.", "Unknown order.");
                };
        finish(order, answer);
    }

    private LedgerInvoice invoice(WorkOrder order) {
        return ledger.reading(books -> books.invoices().find(order.invoiceId()))
                .orElseThrow(() -> new IllegalStateException("there is no invoice with ID " + order.invoiceId()));
    }

    /** Where the order ended with what it did, this only tells of it. */
    private void finish(WorkOrder order, Answer answer) {
        ledger.record(books -> books.orders().finish(order.id(), answer.outcome(), answer.dutch(), answer.english()));
        LOG.info("Opdracht {} van {}: {}", order.kind(), order.who(), answer.dutch());
    }

    /**
     * An order that failed unexpectedly is not carried out again and again; one that could not even be recorded, because
     * the ledger was not there, is tried again when it is back.
     */
    public void failed(WorkOrder order, Exception failure) {
        if (failure instanceof LedgerUnavailableException) {
            LOG.error("Opdracht {} van {} wacht: {}", order.kind(), order.who(), failure.getMessage());
            release(order);
            return;
        }
        LOG.error("Opdracht {} van {} is mislukt", order.kind(), order.who(), failure);
        String what = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        finish(
                order,
                Answer.failed("Mislukt: " + what + ". Zie het logbestand.", "Failed: " + what + ". See the log."));
    }

    private synchronized void release(WorkOrder order) {
        inHand.remove(order.id());
    }
}
