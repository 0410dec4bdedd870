package io.github.komaseconnect.response;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.ledger.Responses;
import io.github.komaseconnect.reason.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides, within a transaction, whether an answer is to be sent, and records it then. */
public final class ResponsePlan {
    private static final Set<InvoiceState> ANSWERABLE =
            EnumSet.of(InvoiceState.IMPORTED, InvoiceState.RECEIVED, InvoiceState.HELD, InvoiceState.SKIPPED);

    private ResponsePlan() {}

    /** What came of it. */
    public sealed interface Outcome {}

    /** Recorded, and due at once. */
    public record Planned(long responseId) implements Outcome {}

    /** The same was said already, or is being said: nothing is to be done. */
    public record SaidBefore(LedgerResponse before) implements Outcome {}

    /** It cannot be said. */
    public record Refused(Reason reason) implements Outcome {}

    /**
     * Where an answer comes from.
     *
     * @param orderId the order that waits for what comes of it; 0: none
     * @param fileName its file in {@code respond/outbox}; empty: none
     */
    public record Origin(long orderId, String fileName, String who) {}

    /** Records an answer to {@code invoice}, unless it cannot be given or was given before. */
    public static Outcome plan(
            Ledger.Books books, LedgerInvoice invoice, InvoiceResponse response, ResponseForm form, Origin origin) {
        List<LedgerResponse> earlier = books.responses().of(invoice.id()).stream()
                .filter(before -> before.state().isOpen() || before.state() == ResponseState.SENT)
                .toList();
        Optional<LedgerResponse> last =
                earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
        if (last.filter(before -> before.response().equals(response)).isPresent()) {
            return new SaidBefore(last.get());
        }
        Optional<Reason> refusal = refusal(invoice, response, form).or(() -> last.filter(
                        before -> !response.status().mayFollow(before.response().status()))
                .map(before -> ResponseReasons.ended(invoice, before, response.status())));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        long id = books.responses().add(invoice, response, origin.orderId(), origin.fileName(), origin.who());
        books.events()
                .addBy(
                        invoice.id(),
                        "respond",
                        origin.who(),
                        "Antwoord aan de leverancier: " + response.status() + " ("
                                + response.status().dutch() + ").",
                        "Answer to the supplier: " + response.status() + " ("
                                + response.status().english() + ").");
        books.alarms().clear(cause(invoice));
        return new Planned(id);
    }

    private static Optional<Reason> refusal(LedgerInvoice invoice, InvoiceResponse response, ResponseForm form) {
        if (invoice.direction() != Direction.PURCHASE) {
            return Optional.of(ResponseReasons.notAPurchase(invoice));
        }
        if (!ANSWERABLE.contains(invoice.state())) {
            return Optional.of(ResponseReasons.notReceived(invoice));
        }
        if (!invoice.isNamed()) {
            return Optional.of(ResponseReasons.withoutId(invoice));
        }
        return ResponseRules.check(response).or(() -> ResponseRules.check(response.status(), form));
    }

    /** Takes back what was not sent of an invoice, and what failed; how many answers. An attempt under way goes on. */
    public static int withdraw(Ledger.Books books, LedgerInvoice invoice, String who) {
        List<LedgerResponse> open = books.responses().of(invoice.id()).stream()
                .filter(response ->
                        response.state() == ResponseState.WAITING || response.state() == ResponseState.REFUSED)
                .toList();
        open.forEach(response ->
                books.responses().state(response, ResponseState.WITHDRAWN, Responses.Next.nothing(response.reason())));
        if (!open.isEmpty()) {
            books.alarms().clear(cause(invoice));
            books.events()
                    .addBy(
                            invoice.id(),
                            "respond",
                            who,
                            "Antwoord aan de leverancier ingetrokken.",
                            "Answer to the supplier withdrawn.");
        }
        return open.size();
    }

    /** Names the alarm about answers to one invoice. */
    static String cause(LedgerInvoice invoice) {
        return "respond/" + invoice.company() + "/" + invoice.id();
    }
}
