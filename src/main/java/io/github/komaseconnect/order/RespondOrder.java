package io.github.komaseconnect.order;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.response.ResponseJson;
import io.github.komaseconnect.response.ResponsePlan;
import io.github.komaseconnect.response.Ways;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A person answers the supplier of a purchase invoice, or takes an answer back. The order's argument is the answer as
 * {@link ResponseJson}, or {@value #WITHDRAW}.
 */
public final class RespondOrder {
    /** Takes back what was not sent. */
    public static final String WITHDRAW = "withdraw";

    private final Companies companies;
    private final Ways ways;
    private final Ledger ledger;
    private final ResponseJson json = new ResponseJson();

    /** {@code ways} know what can be said. */
    public RespondOrder(Companies companies, Ways ways, Ledger ledger) {
        this.companies = companies;
        this.ways = ways;
        this.ledger = ledger;
    }

    /**
     * Records the answer, which is due when this returns. The order stays open until the first attempt has ended: whoever
     * gave it is told what came of it. Empty then; otherwise what ends the order.
     */
    Optional<Answer> respond(WorkOrder order, LedgerInvoice ordered) {
        if (order.argument().equals(WITHDRAW)) {
            return Optional.of(withdraw(order, ordered));
        }
        ResponseJson.Reading reading = json.read(order.argument().getBytes(StandardCharsets.UTF_8));
        if (reading instanceof ResponseJson.NotUsable broken) {
            return Optional.of(
                    Answer.refused(broken.reason().dutchLine(), broken.reason().englishLine()));
        }
        return ledger.inTransaction(books -> {
            if (books.responses().ofOrder(order.id()).isPresent()) {
                // taken up before a crash: what comes of it ends the order
                return Optional.empty();
            }
            LedgerInvoice invoice = books.invoices().find(ordered.id()).orElseThrow();
            ResponseForm form = ways.of(
                            companies.get(order.company()), books.receipts().find(invoice.id()))
                    .form();
            ResponsePlan.Outcome outcome = ResponsePlan.plan(
                    books,
                    invoice,
                    ((ResponseJson.Usable) reading).response(),
                    form,
                    new ResponsePlan.Origin(order.id(), "", order.who()));
            if (outcome instanceof ResponsePlan.Planned) {
                books.orders().progress(order.id(), "Wordt verzonden…", "Being sent…");
                return Optional.empty();
            }
            return Optional.of(answer(invoice, outcome).recorded(books, order));
        });
    }

    private static Answer answer(LedgerInvoice invoice, ResponsePlan.Outcome outcome) {
        if (outcome instanceof ResponsePlan.Refused refused) {
            return Answer.refused(refused.reason().dutchLine(), refused.reason().englishLine());
        }
        var before = ((ResponsePlan.SaidBefore) outcome).before();
        return Answer.done(
                "Dit antwoord op " + invoice.label() + " was er al: "
                        + before.state().dutch() + "; er is niets nog eens verzonden.",
                "This answer to " + invoice.label() + " was there already: "
                        + before.state().english() + "; nothing was sent once more.");
    }

    private Answer withdraw(WorkOrder order, LedgerInvoice invoice) {
        return ledger.inTransaction(books -> {
            int withdrawn = ResponsePlan.withdraw(books, invoice, order.who());
            Answer answer = withdrawn > 0
                    ? Answer.done(
                            "Het antwoord op " + invoice.label() + " is ingetrokken.",
                            "The answer to " + invoice.label() + " was withdrawn.")
                    : Answer.refused(
                            "Van " + invoice.label() + " wacht geen antwoord; wat verzonden is, kan niet terug.",
                            "No answer to " + invoice.label() + " waits; what was sent cannot be taken back.");
            return answer.recorded(books, order);
        });
    }
}
