package io.github.komaseconnect.explanation;

import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.InvoiceNumbers;
import java.util.List;
import java.util.Optional;

/** What the ledger knows of an invoice by its content and by its number, and what that means for the file. */
final class LedgerWords {
    private final Optional<Ledger> ledger;

    LedgerWords(Optional<Ledger> ledger) {
        this.ledger = ledger;
    }

    /**
     * What was found.
     *
     * @param words for the answer
     * @param sentBefore the invoice with this very content that was sent or is on its way
     * @param conflict why it would be held for its number
     */
    record Found(Words words, Optional<LedgerInvoice> sentBefore, Optional<Reason> conflict) {}

    /** Looks by content and number. */
    Found look(String company, InvoiceHeader header, String sha256) {
        if (ledger.isEmpty()) {
            return new Found(
                    new Words(
                            "niet geraadpleegd: er is er geen die te lezen is",
                            "not asked: there is none that can be read"),
                    Optional.empty(),
                    Optional.empty());
        }
        try {
            return ledger.get().reading(books -> look(books, company, header, sha256));
        } catch (LedgerUnavailableException e) {
            return new Found(
                    new Words("niet te lezen: " + e.getMessage(), "cannot be read: " + e.getMessage()),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static Found look(Ledger.Books books, String company, InvoiceHeader header, String sha256) {
        List<LedgerInvoice> same = books.invoices().withContent(company, Direction.SALES, sha256);
        Optional<LedgerInvoice> sent = same.stream()
                .filter(invoice -> invoice.state() == InvoiceState.SENT
                        || invoice.state() == InvoiceState.ON_ITS_WAY
                        || invoice.state() == InvoiceState.ACCEPTED)
                .findFirst();
        if (sent.isPresent()) {
            return new Found(known("dezelfde inhoud", "the same content", sent.get()), sent, Optional.empty());
        }
        Optional<LedgerInvoice> number = books.invoices()
                .live(company, header.type(), header.number())
                .filter(other -> !other.sha256().equals(sha256));
        if (number.isPresent()) {
            return new Found(
                    known("hetzelfde nummer, andere inhoud", "the same number, other content", number.get()),
                    Optional.empty(),
                    InvoiceNumbers.conflict(books, company, header.type(), header.number(), 0));
        }
        return new Found(
                same.isEmpty()
                        ? new Words("nummer en inhoud zijn nieuw", "number and content are new")
                        : known("dezelfde inhoud", "the same content", same.get(0)),
                Optional.empty(),
                Optional.empty());
    }

    private static Words known(String dutch, String english, LedgerInvoice invoice) {
        String tail =
                " " + DutchTime.day(invoice.createdAt()) + " (" + invoice.originalName() + ", ID " + invoice.id() + ")";
        return new Words(
                dutch + ": " + invoice.state().dutch() + ", aangenomen op" + tail,
                english + ": " + invoice.state().english() + ", accepted on" + tail);
    }
}
