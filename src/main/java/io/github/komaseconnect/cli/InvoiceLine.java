package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.Reachings.FellBack;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as {@code status} shows it.
 *
 * @param method of its newest delivery; empty when there is none
 * @param inDoubt whether it is not certain if its newest delivery arrived
 * @param fellBack when that one goes by the fallback: why
 * @param reference the proof of its newest delivery; empty before it arrived
 * @param followed what became of it after eConnect took it; empty when nobody follows it
 * @param remarks what a purchase invoice lacks for Komas
 */
record InvoiceLine(
        LedgerInvoice invoice,
        Optional<SendingMethod> method,
        boolean inDoubt,
        Optional<FellBack> fellBack,
        String reference,
        Optional<Followed> followed,
        List<Reason> remarks) {
    InvoiceLine {
        remarks = List.copyOf(remarks);
    }

    /** Reads what belongs to it; {@code remarks} are read by the caller, who knows which invoices have any. */
    static InvoiceLine read(Ledger.Books books, LedgerInvoice invoice, List<Reason> remarks) {
        if (invoice.direction() == Direction.PURCHASE) {
            return new InvoiceLine(invoice, Optional.empty(), false, Optional.empty(), "", Optional.empty(), remarks);
        }
        List<Delivery> newestFirst = books.deliveries().of(invoice.id());
        Optional<Delivery> newest = newestFirst.stream().findFirst();
        return new InvoiceLine(
                invoice,
                newest.map(delivery -> delivery.destination().method()),
                newestFirst.stream().anyMatch(delivery -> delivery.state() == DeliveryState.IN_DOUBT),
                newest.flatMap(delivery -> books.reachings().fallback(delivery.id())),
                newest.map(Delivery::reference).orElse(""),
                books.following().of(invoice.id()),
                remarks);
    }

    /** How it went on after it was sent or received, in a word; empty when that is not known, or no longer matters. */
    String dutchOutcome() {
        if (remarks.isEmpty()) {
            return outcome().map(Followed::dutch).orElse("");
        }
        return remarks.size() == 1 ? "1 opmerking" : remarks.size() + " opmerkingen";
    }

    /** What became of it, as long as it counts as sent. */
    Optional<Followed> outcome() {
        return followed.filter(known -> invoice.state() == InvoiceState.SENT && known.version() > 0);
    }

    /** A PDF in the spool folder is put ready; whether it is printed and posted, nobody here knows. A printer tells. */
    boolean isPutReady() {
        return invoice.state() == InvoiceState.SENT
                && method.filter(SendingMethod.PRINT::equals).isPresent()
                && PrintJob.number(reference) == 0;
    }

    /** Whether a person has to do something with it, or at least should know. */
    boolean needsPerson() {
        return invoice.state() == InvoiceState.HELD || inDoubt;
    }

    String dutchState() {
        if (inDoubt) {
            return StateFilter.IN_DOUBT_DUTCH;
        }
        return isPutReady() ? StateFilter.PUT_READY_DUTCH : invoice.state().dutch();
    }

    String englishState() {
        if (inDoubt) {
            return StateFilter.IN_DOUBT_ENGLISH;
        }
        return isPutReady() ? StateFilter.PUT_READY_ENGLISH : invoice.state().english();
    }

    String dutchKind() {
        String type = invoice.type().map(known -> known.dutch()).orElse("?");
        return (invoice.direction() == Direction.SALES ? "verkoop" : "inkoop") + " " + type;
    }

    String methodWord() {
        return method.map(SendingMethod::word).orElse("") + (fellBack.isPresent() ? ", uitwijk (fallback)" : "");
    }
}
