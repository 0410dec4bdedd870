package io.github.komaseconnect.sales;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A held (or cancelled) invoice that was offered again, unchanged: it goes on, or it is held once more. */
final class HeldAgain {
    private final Ledger ledger;
    private final Archive archive;
    private final Placement placement;

    HeldAgain(Ledger ledger, Archive archive, Placement placement) {
        this.ledger = ledger;
        this.archive = archive;
        this.placement = placement;
    }

    /**
     * Whether this arrival is that invoice: it is held or cancelled, and has the same PDF, or one of the two has none. With
     * another PDF it is another file, since what was archived is never changed. What is no invoice is the same only under
     * the same name: of two empty files each is to be seen.
     */
    static boolean isSame(Arrival arrival, LedgerInvoice invoice) {
        boolean waits = invoice.state() == InvoiceState.HELD || invoice.state() == InvoiceState.CANCELLED;
        Claim claim = arrival.claim();
        if (arrival.header().isPresent() && invoice.number().isEmpty()) {
            // it could not be read when it was held, and can be now: as a new one, with its number
            return false;
        }
        boolean known = arrival.header().isPresent()
                || claim.originalName().equals(invoice.originalName())
                || claim.nameInFolder().equals(invoice.stem());
        return waits
                && known
                && (arrival.pdfSha256().isEmpty()
                        || !invoice.hasPdf()
                        || arrival.pdfSha256().equals(invoice.pdfSha256()));
    }

    /**
     * Takes it back; what is still wrong with it holds it again.
     *
     * @throws IOException when the archive cannot be used
     */
    Registration offer(Arrival arrival, LedgerInvoice invoice) throws IOException {
        Claim claim = arrival.claim();
        placement.carryOut(invoice.id());
        Kept kept = Kept.of(archive, arrival, invoice.archive());
        Outcome outcome = ledger.inTransaction(books -> {
            if (books.payloads().sent(invoice.id(), Payload.OF_ALL).isEmpty()) {
                // one that an earlier ledger knew, or an earlier program
                kept.record(books, invoice.id(), claim.originalName());
            }
            return offer(books, arrival, invoice);
        });
        placement.carryOut(invoice.id());
        outcome.toMove().forEach(placement::carryOut);
        return new Registration(invoice.id(), outcome.next());
    }

    private record Outcome(Registration.Next next, List<Long> toMove) {}

    private static Outcome offer(Ledger.Books books, Arrival arrival, LedgerInvoice invoice) {
        if (!arrival.pdfSha256().isEmpty() && !invoice.hasPdf()) {
            books.invoices().pdfAdded(invoice.id(), arrival.pdfSha256());
        }
        // its file is now what was claimed; from there it goes on
        books.invoices().place(invoice.id(), Place.OUTBOX, arrival.claim().stem());
        books.invoices().placed(invoice.id());
        List<Long> toMove = new ArrayList<>(FormerFiles.supersedePdf(books, arrival, invoice.stem()));
        Optional<Reason> wrong =
                doubt(books, invoice).or(arrival::fault).or(() -> InvoiceNumbers.conflict(books, invoice));
        if (wrong.isPresent()) {
            books.events().add(invoice.id(), "again", "Opnieuw aangeboden.", "Offered again.");
            HeldInvoices.hold(books, invoice.id(), wrong.get());
            return new Outcome(Registration.Next.NOTHING, toMove);
        }
        HeldInvoices.release(books, invoice, LedgerEvent.RUNTIME);
        InvoiceNumbers.take(books, invoice).ifPresent(other -> toMove.add(other.id()));
        books.invoices().place(invoice.id(), Place.OUTBOX, invoice.stem());
        return new Outcome(Registration.Next.LOOK_UP, toMove);
    }

    /** One that may have arrived is never sent again by moving its file: a person says by {@code resolve} what is true. */
    private static Optional<Reason> doubt(Ledger.Books books, LedgerInvoice invoice) {
        return PerhapsSent.is(books, invoice) ? invoice.reason() : Optional.empty();
    }
}
