package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.Reachings.FellBack;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.ResponseAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the ledger knows of one invoice.
 *
 * @param deliveries oldest first
 * @param receipt of a purchase invoice
 * @param events oldest first
 * @param responses to its supplier, oldest first
 */
record InvoiceStory(
        InvoiceLine line,
        List<TriedDelivery> deliveries,
        Optional<Receipt> receipt,
        List<LedgerEvent> events,
        List<ToldResponse> responses) {

    /** An answer to the supplier with its attempts, oldest first. */
    record ToldResponse(LedgerResponse response, List<ResponseAttempt> attempts) {}

    /**
     * A delivery.
     *
     * @param attempts oldest first
     * @param jobs what was handed to a printer, or printed together with others, oldest first
     * @param fellBack when it took the place of another one: of which and why
     * @param payload what it sends in the place of what Komas wrote
     */
    record TriedDelivery(
            Delivery delivery,
            List<Attempt> attempts,
            List<PrintJob> jobs,
            Optional<FellBack> fellBack,
            Optional<Payload> payload) {}

    LedgerInvoice invoice() {
        return line.invoice();
    }

    /** Reads it, as it is at one moment. */
    static InvoiceStory read(Ledger ledger, LedgerInvoice found) {
        return ledger.reading(books -> {
            LedgerInvoice invoice = books.invoices().find(found.id()).orElse(found);
            List<TriedDelivery> tried = new ArrayList<>();
            List<Delivery> newestFirst = books.deliveries().of(invoice.id());
            for (Delivery delivery : newestFirst) {
                tried.add(
                        0,
                        new TriedDelivery(
                                delivery,
                                books.deliveries().attempts(delivery.id()),
                                books.printJobs().of(delivery.id()),
                                books.reachings().fallback(delivery.id()),
                                books.payloads().sent(invoice.id(), delivery.id())));
            }
            InvoiceLine line = InvoiceLine.read(books, invoice, books.remarks().of(invoice.id()));
            return new InvoiceStory(
                    line,
                    tried,
                    books.receipts().find(invoice.id()),
                    books.events().of(invoice.id()),
                    books.responses().of(invoice.id()).stream()
                            .map(response ->
                                    new ToldResponse(response, books.responses().attempts(response.id())))
                            .toList());
        });
    }
}
