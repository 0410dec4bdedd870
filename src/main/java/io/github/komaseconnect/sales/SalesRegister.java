package io.github.komaseconnect.sales;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records an arrival and decides what it is: new, the same as one sent, the same as one held, a replacement, or a number
 * already used. A file name is no identity, since Komas uses names again; document type and number are, and the content.
 */
public final class SalesRegister {
    private static final Logger LOG = LoggerFactory.getLogger(SalesRegister.class);

    private final Ledger ledger;
    private final Archive archive;
    private final Placement placement;
    private final HeldAgain again;
    private final FormerFiles former;
    private final SentBefore sentBefore;
    private final Clock clock;
    private final Map<String, Object> guards = new ConcurrentHashMap<>();

    /** Registers in {@code ledger}, keeps the bytes in {@code archive} first. */
    public SalesRegister(Ledger ledger, Archive archive, Placement placement, SentBefore sentBefore, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.placement = placement;
        this.again = new HeldAgain(ledger, archive, placement);
        this.former = new FormerFiles(ledger, placement);
        this.sentBefore = sentBefore;
        this.clock = clock;
    }

    /**
     * Registers an arrival and puts its file where it belongs. Of one company one at a time: the same claim may have been
     * found by two steps.
     *
     * @throws IOException when a folder cannot be used; the claim stays and is tried again
     */
    public Registration register(Arrival arrival) throws IOException {
        synchronized (guards.computeIfAbsent(arrival.claim().company(), key -> new Object())) {
            return arrival.claim().isGone() ? new Registration(0, Registration.Next.NOTHING) : registerNow(arrival);
        }
    }

    private Registration registerNow(Arrival arrival) throws IOException {
        String company = arrival.claim().company();
        List<LedgerInvoice> same =
                ledger.reading(books -> books.invoices().withContent(company, Direction.SALES, arrival.sha256()));
        Optional<LedgerInvoice> half = same.stream()
                .filter(invoice -> !invoice.where().placed()
                        && invoice.where().fromPath().equals(arrival.claim().stem()))
                .findFirst();
        if (half.isPresent()) {
            return goOn(half.get());
        }
        Optional<LedgerInvoice> first = same.stream()
                .filter(invoice -> arrival.header().isPresent() && isSentOrOnItsWay(invoice.state()))
                .findFirst();
        if (first.isPresent()) {
            sentBefore.putAside(arrival, first.get());
            return new Registration(0, Registration.Next.NOTHING);
        }
        Optional<LedgerInvoice> heldBefore = same.stream()
                .filter(invoice -> HeldAgain.isSame(arrival, invoice))
                .findFirst();
        return heldBefore.isPresent() ? again.offer(arrival, heldBefore.get()) : add(arrival);
    }

    private static boolean isSentOrOnItsWay(InvoiceState state) {
        return state == InvoiceState.SENT || state == InvoiceState.ON_ITS_WAY || state == InvoiceState.ACCEPTED;
    }

    /** A crash came between registering and moving. */
    private Registration goOn(LedgerInvoice invoice) {
        placement.carryOut(invoice.id());
        boolean lookUp = invoice.state() == InvoiceState.ACCEPTED;
        return new Registration(invoice.id(), lookUp ? Registration.Next.LOOK_UP : Registration.Next.NOTHING);
    }

    private Registration add(Arrival arrival) throws IOException {
        Claim claim = arrival.claim();
        String stem = freeStem(arrival);
        String folder = archive.salesFolder(claim.company(), clock.instant(), stem, arrival.sha256());
        if (claim.xml().isPresent()) {
            archive.keep(claim.xml().get(), folder, Archive.DOCUMENT);
        }
        if (claim.pdf().isPresent()) {
            archive.keep(claim.pdf().get(), folder, Archive.PDF);
        }
        Optional<LedgerInvoice> origin = former.origin(claim);
        List<Long> toMove = new ArrayList<>();
        boolean stands = ledger.inTransaction(books -> {
            boolean toBeSent = add(books, arrival, stem, folder, toMove);
            toMove.addAll(FormerFiles.supersede(books, arrival, origin, stem));
            return toBeSent;
        });
        toMove.forEach(placement::carryOut);
        long id = toMove.get(0);
        if (!stands) {
            return new Registration(id, Registration.Next.NOTHING);
        }
        LOG.info(
                "{}: {} aangenomen ({})",
                claim.company(),
                arrival.header().map(InvoiceHeader::number).orElse(""),
                claim.originalName());
        return new Registration(id, Registration.Next.LOOK_UP);
    }

    /**
     * All at once, so that a crash never leaves an invoice accepted that is to be held.
     *
     * @param toMove gets the invoices whose files are to be moved now, this one first
     * @return whether it is to be sent
     */
    private boolean add(Ledger.Books books, Arrival arrival, String stem, String folder, List<Long> toMove) {
        Claim claim = arrival.claim();
        Optional<LedgerInvoice> live = arrival.header()
                .flatMap(header -> books.invoices().live(claim.company(), header.type(), header.number()));
        Optional<Reason> reason = arrival.fault().or(() -> arrival.header()
                .flatMap(header -> InvoiceNumbers.conflict(books, claim.company(), header.type(), header.number(), 0)));
        boolean stands = arrival.header().isPresent() && reason.isEmpty();
        if (stands && live.isPresent()) {
            InvoiceNumbers.replace(books, live.get(), SalesReasons.replaced(stem));
        }
        boolean takesNumber = arrival.header().isPresent() && (stands || live.isEmpty());
        long id = books.invoices().add(row(arrival, stem, folder, takesNumber));
        // its file is what was claimed; from there it goes on
        books.invoices().placed(id);
        books.invoices().place(id, Place.OUTBOX, stem);
        books.events()
                .add(
                        id,
                        "accepted",
                        "Aangenomen uit de exportmap: " + claim.originalName(),
                        "Taken from the export folder: " + claim.originalName());
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
                claim.stem(),
                folder,
                InvoiceState.ACCEPTED,
                live);
    }

    /** The original base name with the invoice number, made unique for all time within the company. */
    private String freeStem(Arrival arrival) {
        String wanted = fileStem(arrival);
        String company = arrival.claim().company();
        return ledger.reading(books -> {
            String stem = wanted;
            for (int n = 2; books.invoices().withStem(company, stem).isPresent(); n++) {
                stem = wanted + "-" + n;
            }
            return stem;
        });
    }

    /** The original base name with the invoice number, in a form that is safe in every file system. */
    static String fileStem(Arrival arrival) {
        String base = SafeName.of(InvoiceFiles.base(arrival.claim().originalName()));
        String number =
                arrival.header().map(InvoiceHeader::number).map(SafeName::of).orElse("");
        return number.isEmpty() || base.contains(number) ? base : base + "_" + number;
    }
}
