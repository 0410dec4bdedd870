package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;

/** Warnings in the history of an invoice ({@code show}): what was noticed while it was made ready to go out. */
public final class InvoiceWarnings {
    private static final String WARNING = "warning";

    private final Ledger ledger;

    /** @param ledger where the history is */
    public InvoiceWarnings(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Tells it once, however often the invoice comes by.
     *
     * @param invoice its id in the ledger
     */
    public void tell(long invoice, Reason reason) {
        boolean told = ledger.reading(books -> books.events().of(invoice)).stream()
                .anyMatch(event -> event.kind().equals(WARNING) && event.dutch().equals(reason.dutchInFull()));
        if (!told) {
            ledger.record(books -> books.events().add(invoice, WARNING, reason.dutchInFull(), reason.englishInFull()));
        }
    }
}
