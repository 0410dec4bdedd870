package io.github.komaseconnect.purchase;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.ResponseAttempt;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.ledger.Responses;
import java.util.Optional;

/**
 * Some statuses that {@code received-status} has set at the platform are what the supplier sees as the answer to his
 * invoice: 40, 50 and 70. They are an answer given, so that the same is not told again and nothing contradicts it.
 */
final class StatusAsAnswer {
    private StatusAsAnswer() {}

    /** Whether a person has given, or is giving, an answer that this status would change. */
    static boolean isOverruled(Ledger.Books books, Receipt receipt, int statusCode) {
        return ResponseStatus.ofPlatform(statusCode).isPresent()
                && books.responses().of(receipt.invoiceId()).stream().anyMatch(StatusAsAnswer::counts);
    }

    private static boolean counts(LedgerResponse response) {
        return response.state().isOpen() || response.state() == ResponseState.SENT;
    }

    /** The status was set. */
    static void record(Ledger.Books books, Receipt receipt, int statusCode) {
        ResponseStatus.ofPlatform(statusCode)
                .filter(status ->
                        books.responses().of(receipt.invoiceId()).stream().noneMatch(StatusAsAnswer::counts))
                .ifPresent(status -> record(books, receipt, status));
    }

    private static void record(Ledger.Books books, Receipt receipt, ResponseStatus status) {
        Responses responses = books.responses();
        LedgerInvoice invoice = books.invoices().find(receipt.invoiceId()).orElseThrow();
        long id = responses.add(invoice, InvoiceResponse.of(status), 0, "", LedgerEvent.RUNTIME);
        LedgerResponse response = responses.find(id).orElseThrow();
        long attempt = responses.begin(response, status);
        responses.end(response, attempt, ResponseAttempt.DONE, Optional.empty());
        responses.state(response, ResponseState.SENT, Responses.Next.nothing(Optional.empty()));
    }
}
