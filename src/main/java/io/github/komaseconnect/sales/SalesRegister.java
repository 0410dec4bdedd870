package io.github.komaseconnect.sales;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final HeldInvoices held;
    private final SentBefore sentBefore;
    private final Clock clock;

    /** Registers in {@code ledger}, keeps the bytes in {@code archive} first. */
    public SalesRegister(
            Ledger ledger,
            Archive archive,
            Placement placement,
            HeldInvoices held,
            SentBefore sentBefore,
            Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.placement = placement;
        this.held = held;
        this.sentBefore = sentBefore;
        this.clock = clock;
    }

    /** Registers an arrival and puts its file where it belongs. */
    public Registration register(Arrival arrival) throws IOException {
        String company = arrival.claim().company();
        List<LedgerInvoice> same =
                ledger.inTransaction(books -> books.invoices().withContent(company, Direction.SALES, arrival.sha256()));
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
        Optional<LedgerInvoice> again = same.stream()
                .filter(invoice -> invoice.state() == InvoiceState.HELD || invoice.state() == InvoiceState.CANCELLED)
                .findFirst();
        return again.isPresent() ? tryAgain(arrival, again.get()) : add(arrival);
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

    private Registration tryAgain(Arrival arrival, LedgerInvoice invoice) throws IOException {
        Claim claim = arrival.claim();
        if (claim.pdf().isPresent() && !invoice.hasPdf()) {
            archive.keep(claim.pdf().get(), invoice.archive(), Archive.PDF);
        }
        Optional<Reason> stillWrong = arrival.fault().or(() -> conflict(invoice));
        held.takeBack(invoice, claim, arrival.pdfSha256());
        if (stillWrong.isEmpty()) {
            standForNumber(invoice);
        }
        if (stillWrong.isPresent()) {
            held.hold(invoice.id(), stillWrong.get());
            return new Registration(invoice.id(), Registration.Next.NOTHING);
        }
        return new Registration(invoice.id(), Registration.Next.LOOK_UP);
    }

    /** A held invoice that goes on takes its number, from one that can be replaced if need be. */
    public void standForNumber(LedgerInvoice invoice) {
        Optional<LedgerInvoice> replaced = ledger.inTransaction(books -> {
            Optional<LedgerInvoice> live = invoice.type()
                    .flatMap(type -> books.invoices().live(invoice.company(), type, invoice.number()))
                    .filter(other -> other.id() != invoice.id());
            live.ifPresent(other -> retire(books, other, invoice.stem()));
            books.invoices().revive(invoice.id());
            return live;
        });
        replaced.ifPresent(other -> {
            placement.carryOut(other.id());
            held.numberFree(other);
        });
    }

    /** By order of a person it takes the number of one that was sent; that one stays as it is. */
    public void standForNumberAllTheSame(LedgerInvoice invoice) {
        ledger.record(books -> {
            invoice.type()
                    .flatMap(type -> books.invoices().live(invoice.company(), type, invoice.number()))
                    .ifPresent(other -> books.invoices().retire(other.id()));
            books.invoices().revive(invoice.id());
        });
    }

    /** Why this invoice cannot be sent under its number: another one was, or is on its way. */
    public Optional<Reason> conflict(LedgerInvoice invoice) {
        return invoice.type()
                .flatMap(type ->
                        ledger.inTransaction(books -> books.invoices().live(invoice.company(), type, invoice.number())))
                .filter(live -> live.id() != invoice.id() && !isReplaceable(live))
                .map(SalesReasons::numberUsed);
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
        Optional<LedgerInvoice> live = arrival.header()
                .flatMap(header -> ledger.inTransaction(
                        books -> books.invoices().live(claim.company(), header.type(), header.number())));
        Optional<Reason> reason = arrival.fault()
                .or(() -> live.filter(other -> !isReplaceable(other)).map(SalesReasons::numberUsed));
        long id = ledger.inTransaction(books -> {
            boolean stands = arrival.header().isPresent() && reason.isEmpty();
            if (stands && live.isPresent()) {
                retire(books, live.get(), stem);
            }
            boolean takesNumber = arrival.header().isPresent() && (stands || live.isEmpty());
            long added = books.invoices().add(row(arrival, stem, folder, takesNumber));
            books.invoices().place(added, Place.OUTBOX, stem);
            books.events()
                    .add(
                            added,
                            "accepted",
                            "Aangenomen uit de exportmap: " + claim.originalName(),
                            "Taken from the export folder: " + claim.originalName());
            return added;
        });
        if (reason.isEmpty() && live.isPresent()) {
            placement.carryOut(live.get().id());
            held.numberFree(live.get());
        }
        if (reason.isPresent()) {
            held.hold(id, reason.get());
            return new Registration(id, Registration.Next.NOTHING);
        }
        placement.carryOut(id);
        LOG.info(
                "{}: {} aangenomen ({})",
                claim.company(),
                arrival.header().map(InvoiceHeader::number).orElse(""),
                claim.originalName());
        return new Registration(id, Registration.Next.LOOK_UP);
    }

    /** Whether a newer file of the same number may take its place: nothing of it can have reached the customer. */
    private boolean isReplaceable(LedgerInvoice first) {
        return NumberInUse.isReplaceable(
                first, ledger.inTransaction(books -> books.deliveries().of(first.id())));
    }

    private static void retire(Ledger.Books books, LedgerInvoice old, String byName) {
        Reason reason = SalesReasons.replaced(byName);
        books.invoices().retire(old.id());
        books.invoices().state(old.id(), InvoiceState.REPLACED, Optional.of(reason));
        books.deliveries().of(old.id()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .forEach(delivery -> books.deliveries()
                        .state(delivery.id(), DeliveryState.CANCELLED, Optional.empty(), Optional.empty()));
        books.invoices().place(old.id(), Place.HELD, old.stem());
        books.events().add(old.id(), "replaced", reason.dutch(), reason.english());
    }

    private NewInvoice row(Arrival arrival, String stem, String folder, boolean live) {
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
        String original = arrival.claim().originalName();
        int dot = original.lastIndexOf('.');
        String base = SafeName.of(dot > 0 ? original.substring(0, dot) : original);
        String number =
                arrival.header().map(InvoiceHeader::number).map(SafeName::of).orElse("");
        String wanted = number.isEmpty() || base.contains(number) ? base : base + "_" + number;
        String company = arrival.claim().company();
        return ledger.inTransaction(books -> {
            String stem = wanted;
            for (int n = 2; books.invoices().stemTaken(company, stem); n++) {
                stem = wanted + "-" + n;
            }
            return stem;
        });
    }
}
