package io.github.komaseconnect.response;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.DeliveryWithdrawnException;
import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseState;

/** Opens the attempts of answers to suppliers: each is in the ledger before eConnect is told anything. */
public final class ResponseBook {
    private final Companies companies;
    private final Ways ways;
    private final Ledger ledger;

    /** Of these companies; {@code ways} know whether an AB goes first. */
    public ResponseBook(Companies companies, Ways ways, Ledger ledger) {
        this.companies = companies;
        this.ways = ways;
        this.ledger = ledger;
    }

    /**
     * Opens the next attempt: of the AB when that has to go first and did not yet, else of the answer itself.
     *
     * @throws DeliveryWithdrawnException when the answer no longer waits: nothing is to be told
     */
    public OpenResponse begin(LedgerResponse due) {
        Company company = companies.get(due.company());
        return ledger.inTransaction(books -> {
            LedgerResponse response = books.responses()
                    .find(due.id())
                    .filter(now -> now.state() == ResponseState.WAITING)
                    .orElseThrow(() -> new DeliveryWithdrawnException("answer " + due.id()));
            LedgerInvoice invoice = books.invoices().find(response.invoiceId()).orElseThrow();
            Way way = ways.of(company, books.receipts().find(invoice.id()));
            ResponseStatus wanted = response.response().status();
            boolean receivedFirst = way.form().beginsWithReceived()
                    && wanted != ResponseStatus.AB
                    && !books.responses().wasSaid(invoice.id(), ResponseStatus.AB);
            InvoiceResponse said = receivedFirst ? InvoiceResponse.of(ResponseStatus.AB) : response.response();
            long attempt = books.responses().begin(response, said.status());
            return new OpenResponse(response, attempt, invoice.externalId(), said, way);
        });
    }
}
