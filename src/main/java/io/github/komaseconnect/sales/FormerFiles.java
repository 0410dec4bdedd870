package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Held files that came back as part of another invoice: an XML that a person corrected before offering it again, and a
 * PDF that had come without its XML. Nobody needs to look at what they were before.
 */
final class FormerFiles {
    private final Ledger ledger;
    private final Placement placement;

    FormerFiles(Ledger ledger, Placement placement) {
        this.ledger = ledger;
        this.placement = placement;
    }

    /** The held invoice whose file this must have been: it has its name, and has left the held folder. */
    Optional<LedgerInvoice> origin(Claim claim) {
        return ledger.reading(books -> books.invoices().withStem(claim.company(), claim.nameInFolder()))
                .filter(invoice -> claim.xml().isPresent() && invoice.state() == InvoiceState.HELD)
                .filter(invoice -> invoice.where().placed() && invoice.where().place() == Place.HELD)
                .filter(invoice -> !Files.exists(placement.visibleFile(invoice)));
    }

    /**
     * Ends what the new invoice makes superfluous, within the caller's transaction.
     *
     * @param origin as {@link #origin} gave it
     * @return those whose files are to be moved now
     */
    static List<Long> supersede(Ledger.Books books, Arrival arrival, Optional<LedgerInvoice> origin, String byStem) {
        List<Long> toMove = new ArrayList<>();
        origin.flatMap(invoice -> books.invoices().find(invoice.id()))
                .filter(invoice -> invoice.state() == InvoiceState.HELD)
                .ifPresent(invoice -> {
                    if (InvoiceNumbers.mayBeReplaced(books, invoice)) {
                        InvoiceNumbers.replace(books, invoice, SalesReasons.replaced(byStem));
                    } else {
                        // it may have arrived, so it still needs a person: its file goes back
                        books.invoices().place(invoice.id(), Place.HELD, invoice.stem());
                    }
                    toMove.add(invoice.id());
                });
        toMove.addAll(supersedePdf(books, arrival, byStem));
        return toMove;
    }

    /** The PDF of this arrival may have been held without XML before. */
    static List<Long> supersedePdf(Ledger.Books books, Arrival arrival, String byStem) {
        Claim claim = arrival.claim();
        if (claim.xml().isEmpty() || claim.pdf().isEmpty()) {
            return List.of();
        }
        Reason used = SalesReasons.pdfUsed(byStem);
        List<LedgerInvoice> alone =
                books.invoices().withContent(claim.company(), Direction.SALES, arrival.pdfSha256()).stream()
                        .filter(invoice -> !invoice.hasXml() && invoice.state() == InvoiceState.HELD)
                        .toList();
        alone.forEach(invoice -> InvoiceNumbers.replace(books, invoice, used));
        return alone.stream().map(LedgerInvoice::id).toList();
    }
}
