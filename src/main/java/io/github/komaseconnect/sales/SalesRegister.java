package io.github.komaseconnect.sales;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Hands hands;
    private final Clock clock;
    private final Map<String, Object> guards = new ConcurrentHashMap<>();

    /** Registers in {@code ledger}; {@code hands} keep the bytes in {@code archive} first. */
    public SalesRegister(
            Ledger ledger, Archive archive, Placement placement, SentBefore sentBefore, Hands hands, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.placement = placement;
        this.again = new HeldAgain(ledger, archive, placement);
        this.former = new FormerFiles(ledger, placement);
        this.sentBefore = sentBefore;
        this.hands = hands;
        this.clock = clock;
    }

    /**
     * Registers an arrival and puts its file where it belongs. Of one company one at a time: the same claim may have been
     * found by two steps.
     *
     * @throws IOException when a folder cannot be used; the claim stays and is tried again
     */
    public Registration register(Arrival arrival) throws IOException {
        synchronized (guard(arrival.claim().company())) {
            return arrival.claim().isGone() ? new Registration(0, Registration.Next.NOTHING) : registerNow(arrival);
        }
    }

    /**
     * Registers arrivals of one company in this order. What is new is registered together; where one of them needs more
     * thought than that, what came before it is registered first.
     *
     * @throws IOException when a folder cannot be used: those that were not registered are tried again one by one
     */
    public List<Registration> registerAll(List<Arrival> arrivals) throws IOException {
        List<Registration> registered = new ArrayList<>();
        List<Named> plain = new ArrayList<>();
        synchronized (guard(arrivals.get(0).claim().company())) {
            Set<Arrival> strangers = strangers(arrivals);
            Alike earlier = new Alike();
            for (Arrival arrival : arrivals) {
                if (arrival.claim().isGone()) {
                    continue;
                }
                Named named = new Named(arrival, SalesEntry.fileStem(arrival));
                boolean first = earlier.hasNone(named);
                if (first && strangers.contains(arrival)) {
                    plain.add(named);
                } else {
                    registered.addAll(addAll(plain));
                    plain.clear();
                    registered.add(registerNow(arrival));
                }
            }
            registered.addAll(addAll(plain));
        }
        return registered;
    }

    private Object guard(String company) {
        return guards.computeIfAbsent(company, key -> new Object());
    }

    /** Those of which the ledger knows nothing, neither of their content nor of their files' names. */
    private Set<Arrival> strangers(List<Arrival> arrivals) {
        Set<Arrival> strangers = Collections.newSetFromMap(new IdentityHashMap<>());
        ledger.reading(books -> strangers.addAll(arrivals.stream()
                .filter(arrival -> arrival.claim().pdf().isEmpty())
                .filter(arrival -> !books.invoices()
                        .isKnown(
                                arrival.claim().company(),
                                arrival.sha256(),
                                SalesEntry.fileStem(arrival),
                                arrival.claim().nameInFolder()))
                .toList()));
        return strangers;
    }

    private List<Registration> addAll(List<Named> arrivals) throws IOException {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        if (arrivals.size() == 1) {
            return List.of(registerNow(arrivals.get(0).arrival()));
        }
        List<Kept> kept = hands.each(arrivals, named -> keep(named.arrival(), named.stem()));
        List<Long> toMove = new ArrayList<>();
        List<Entered> entered = ledger.inTransaction(books -> {
            List<Entered> made = new ArrayList<>();
            for (int n = 0; n < arrivals.size(); n++) {
                Arrival arrival = arrivals.get(n).arrival();
                List<Long> moved = new ArrayList<>();
                boolean stands = SalesEntry.add(books, arrival, arrivals.get(n).stem(), kept.get(n), moved);
                made.add(new Entered(arrival, moved.get(0), stands));
                toMove.addAll(moved);
            }
            return made;
        });
        return moved(entered, toMove);
    }

    /** An arrival that has a row now, and whether it is to be sent. */
    private record Entered(Arrival arrival, long id, boolean stands) {}

    private List<Registration> moved(List<Entered> entered, List<Long> toMove) {
        Map<Long, LedgerInvoice> rows =
                placement.carryOut(toMove).stream().collect(Collectors.toMap(LedgerInvoice::id, Function.identity()));
        return entered.stream()
                .map(one -> registration(one, Optional.ofNullable(rows.get(one.id()))))
                .toList();
    }

    /** An arrival and the name that its files get when nobody has it. */
    private record Named(Arrival arrival, String stem) {}

    /** What came before in the same company; of what is like it, the ledger must know before the next is judged. */
    private static final class Alike {
        private final Set<String> contents = new HashSet<>();
        private final Set<String> stems = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        /** Whether none before has the same content, or has or would get the same file name; this one counts from now. */
        boolean hasNone(Named named) {
            boolean newContent = contents.add(named.arrival().sha256());
            boolean newName = !stems.contains(named.arrival().claim().nameInFolder());
            return stems.add(named.stem()) && newContent && newName;
        }
    }

    /** One that is held is told of where it is held. */
    private static Registration registration(Entered entered, Optional<LedgerInvoice> row) {
        if (!entered.stands()) {
            return new Registration(entered.id(), Registration.Next.NOTHING);
        }
        Optional<InvoiceHeader> header = entered.arrival().header();
        LOG.info(
                "{}: {} aangenomen ({})",
                entered.arrival().claim().company(),
                header.map(InvoiceHeader::number).orElse(""),
                entered.arrival().claim().originalName());
        return new Registration(
                entered.id(),
                Registration.Next.LOOK_UP,
                row.flatMap(known -> header.map(read -> new Registration.Fresh(known, read))));
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
        Optional<LedgerInvoice> first = Stream.concat(same.stream(), made(arrival).stream())
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

    /** Those of which this was made to be sent: it comes out of the archive, and the customer has it or will have it. */
    private List<LedgerInvoice> made(Arrival arrival) {
        return ledger.reading(
                books -> books.payloads().withContent(arrival.claim().company(), arrival.sha256()));
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
        String stem = freeStem(arrival);
        Kept kept = keep(arrival, stem);
        Optional<LedgerInvoice> origin = former.origin(arrival.claim());
        List<Long> toMove = new ArrayList<>();
        boolean stands = ledger.inTransaction(books -> {
            boolean toBeSent = SalesEntry.add(books, arrival, stem, kept, toMove);
            toMove.addAll(FormerFiles.supersede(books, arrival, origin, stem));
            return toBeSent;
        });
        return moved(List.of(new Entered(arrival, toMove.get(0), stands)), toMove)
                .get(0);
    }

    /** The bytes are in the archive when this returns. */
    private Kept keep(Arrival arrival, String stem) throws IOException {
        String company = arrival.claim().company();
        return Kept.of(archive, arrival, archive.salesFolder(company, clock.instant(), stem, arrival.sha256()));
    }

    /** The original base name with the invoice number, made unique for all time within the company. */
    private String freeStem(Arrival arrival) {
        String wanted = SalesEntry.fileStem(arrival);
        String company = arrival.claim().company();
        return ledger.reading(books -> {
            String stem = wanted;
            for (int n = 2; books.invoices().withStem(company, stem).isPresent(); n++) {
                stem = wanted + "-" + n;
            }
            return stem;
        });
    }
}
