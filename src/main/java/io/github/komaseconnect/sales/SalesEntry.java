package io.github.komaseconnect.sales;

import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/** The ledger's entry of a sales invoice that is new. */
final class SalesEntry {
    private SalesEntry() {}

    /**
     * All at once, so that a crash never leaves an invoice accepted that is to be held.
     *
     * @param toMove gets the invoices whose files are to be moved now, this one first
     * @return whether it is to be sent
     */
    static boolean add(Ledger.Books books, Arrival arrival, String stem, Kept kept, List<Long> toMove) {
        Claim claim = arrival.claim();
        Optional<LedgerInvoice> live = arrival.header()
                .flatMap(header -> books.invoices().live(claim.company(), header.type(), header.number()));
        Optional<Reason> reason = arrival.fault()
                .or(() -> live.filter(other -> !InvoiceNumbers.mayBeReplaced(books, other))
                        .map(other -> InvoiceNumbers.used(books, other)));
        boolean stands = arrival.header().isPresent() && reason.isEmpty();
        if (stands && live.isPresent()) {
            InvoiceNumbers.replace(books, live.get(), SalesReasons.replaced(stem));
        }
        boolean takesNumber = arrival.header().isPresent() && (stands || live.isEmpty());
        long id = books.invoices().add(row(arrival, stem, kept.folder(), takesNumber));
        books.events()
                .add(
                        id,
                        "accepted",
                        "Aangenomen uit de exportmap: " + claim.originalName(),
                        "Taken from the export folder: " + claim.originalName());
        kept.record(books, id, claim.originalName());
        reason.ifPresent(why -> HeldInvoices.hold(books, id, why));
        toMove.add(id);
        live.filter(other -> stands).ifPresent(other -> toMove.add(other.id()));
        return stands;
    }

    private static NewInvoice row(Arrival arrival, String stem, String folder, boolean live) {
        Claim claim = arrival.claim();
        return new NewInvoice(
                claim.company(),
                Direction.SALES,
                arrival.header(),
                "",
                arrival.sha256(),
                arrival.pdfSha256(),
                claim.originalName(),
                stem,
                claim.xml().isPresent(),
                claim.pdf().isPresent(),
                Place.OUTBOX,
                stem,
                claim.stem(),
                folder,
                InvoiceState.ACCEPTED,
                live);
    }

    /** The original base name with the invoice number, in a form that is safe in every file system. */
    static String fileStem(Arrival arrival) {
        String base = SafeName.of(InvoiceFiles.base(arrival.claim().originalName()));
        String number =
                arrival.header().map(InvoiceHeader::number).map(SafeName::of).orElse("");
        return number.isEmpty() || base.contains(number) ? base : base + "_" + number;
    }
}
