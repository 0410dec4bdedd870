package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.ForeignDocuments.ForeignDocument;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps an invoice from going out that somebody sent by another program already, such as by the button "Mailen" of Komas. What
 * others sent is in the ledger, from the list of sent documents; which numbers that may be is kept in memory, so that an
 * invoice of another number costs nothing. Only when a number is among them, eConnect is asked for the document.
 */
public final class SentElsewhere {
    private static final Duration REMEMBERED = Duration.ofDays(90);
    /** The template's name before the number has not more words than this. */
    private static final int MOST_WORDS = 8;

    private final Ledger ledger;
    private final Archive archive;
    private final OutboxSearch search;
    private final AttemptBook attempts;
    private final Placement placement;
    private final Clock clock;
    private final Map<String, Set<String>> numbers = new ConcurrentHashMap<>();

    /** Compares by {@code search}; what follows goes to {@code attempts}. */
    public SentElsewhere(
            Ledger ledger,
            Archive archive,
            OutboxSearch search,
            AttemptBook attempts,
            Placement placement,
            Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.search = search;
        this.attempts = attempts;
        this.placement = placement;
        this.clock = clock;
    }

    /** A document was found that another program sent. */
    public void found(ForeignDocument document) {
        numbers(document.company()).addAll(ends(document.subject()));
    }

    /** Forgets what it remembers of a company that has gone; the ledger keeps it. */
    public void forget(String companyKey) {
        numbers.remove(companyKey);
    }

    /** Before an attempt: whether this delivery may go out. Otherwise what follows is recorded. */
    public boolean mayGo(Shipment shipment) {
        String number = shipment.invoice().number();
        // what is in doubt is looked up anyway
        if (shipment.delivery().state() != DeliveryState.WAITING
                || !numbers(shipment.company().key()).contains(number)) {
            return true;
        }
        List<ForeignDocument> candidates = ledger.reading(books -> books.foreignDocuments()
                .bearing(shipment.company().key(), number, shipment.invoice().id()));
        return candidates.isEmpty() || compare(shipment, candidates);
    }

    /** Compares what waits to be sent with what was found just now. */
    public void compareWaiting(Company company, List<ForeignDocument> found) {
        List<Shipment> waiting = new ArrayList<>();
        ledger.reading(books -> {
            found.stream()
                    .flatMap(document -> ends(document.subject()).stream())
                    .distinct()
                    .flatMap(number -> Stream.of(DocumentType.values())
                            .flatMap(type -> books.invoices().live(company.key(), type, number).stream()))
                    .filter(invoice -> invoice.state() == InvoiceState.ON_ITS_WAY)
                    .forEach(invoice -> waiting(books, company, invoice).ifPresent(waiting::add));
            return Boolean.TRUE;
        });
        waiting.forEach(this::mayGo);
    }

    private Optional<Shipment> waiting(Ledger.Books books, Company company, LedgerInvoice invoice) {
        return books.deliveries().of(invoice.id()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .findFirst()
                .map(delivery -> Shipment.of(books, archive, company, invoice, delivery));
    }

    private Set<String> numbers(String company) {
        return numbers.computeIfAbsent(company, key -> {
            Set<String> known = ConcurrentHashMap.newKeySet();
            ledger.reading(books ->
                            books.foreignDocuments().since(key, clock.instant().minus(REMEMBERED)))
                    .forEach(document -> known.addAll(ends(document.subject())));
            return known;
        });
    }

    /** What may be the number: eConnect writes the template's name and the number, and both may have spaces. */
    private static List<String> ends(String subject) {
        List<String> ends = new ArrayList<>(List.of(subject));
        for (int space = subject.indexOf(' ');
                space >= 0 && ends.size() < MOST_WORDS;
                space = subject.indexOf(' ', space + 1)) {
            ends.add(subject.substring(space + 1));
        }
        return ends;
    }

    private boolean compare(Shipment shipment, List<ForeignDocument> candidates) {
        OutboxSearch.Finding finding = search.amongForeign(
                shipment, candidates.stream().map(ForeignDocument::externalId).toList(), id -> evidence(shipment, id));
        boolean goes = ledger.inTransaction(books -> follow(books, shipment, candidates, finding));
        placement.carryOut(shipment.invoice().id());
        return goes;
    }

    private boolean follow(
            Ledger.Books books, Shipment shipment, List<ForeignDocument> candidates, OutboxSearch.Finding finding) {
        long invoice = shipment.invoice().id();
        Optional<Delivery> now =
                books.deliveries().find(shipment.delivery().id()).filter(row -> row.state() == DeliveryState.WAITING);
        if (now.isEmpty()) {
            return false;
        }
        if (finding instanceof OutboxSearch.CannotLook || finding instanceof OutboxSearch.Blocked) {
            Reason reason = finding instanceof OutboxSearch.CannotLook cannot
                    ? cannot.reason()
                    : ((OutboxSearch.Blocked) finding).reason();
            attempts.consequences().follow(books, shipment, new AttemptOutcome.Temporary(reason));
            return false;
        }
        books.foreignDocuments()
                .settle(shipment.company().key(), shipment.invoice().number(), invoice);
        if (finding instanceof OutboxSearch.Absent) {
            return true;
        }
        if (finding instanceof OutboxSearch.Found && wasInDoubt(books, now.get())) {
            // it is ours: an attempt without an answer arrived after all
            books.deliveries()
                    .state(now.get().id(), DeliveryState.IN_DOUBT, Optional.of(clock.instant()), Optional.empty());
            return false;
        }
        attempts.consequences().hold(books, shipment, DeliveryState.IN_DOUBT, reason(shipment, candidates, finding));
        return false;
    }

    private static boolean wasInDoubt(Ledger.Books books, Delivery delivery) {
        return books.deliveries().attempts(delivery.id()).stream()
                .map(Attempt::outcome)
                .anyMatch(outcome -> outcome.equals(Outcomes.IN_DOUBT));
    }

    private static Reason reason(Shipment shipment, List<ForeignDocument> candidates, OutboxSearch.Finding finding) {
        Optional<ForeignDocument> same = candidates.stream()
                .filter(document -> finding instanceof OutboxSearch.Found found
                        && found.externalId().equals(document.externalId()))
                .findFirst();
        ForeignDocument document = same.orElse(candidates.get(candidates.size() - 1));
        String kindDutch = same.isPresent()
                ? "precies deze factuur"
                : "een document met dit nummer, maar met een andere inhoud of ontvanger";
        String kindEnglish = same.isPresent()
                ? "this very invoice"
                : "a document of this number, but with other content or another receiver";
        String receiver = document.receiver().isEmpty() ? "" : " -> " + document.receiver();
        return new Reason(
                "delivery.sent-elsewhere",
                "Bij verzonden documenten van eConnect staat " + kindDutch + " (" + document.externalId() + receiver
                        + ", "
                        + DutchTime.minute(document.createdOn())
                        + "), en die is niet door dit programma verstuurd. Heeft iemand in Komas op Mailen geklikt?",
                "Among the documents sent at eConnect is " + kindEnglish + " (" + document.externalId() + receiver
                        + ", "
                        + DutchTime.minute(document.createdOn())
                        + "), which this program did not send. Did somebody click Mailen in Komas?",
                "Heeft de klant de factuur al: komas-econnect resolve ID --sent. Moet deze tóch weg: resolve ID --send-again. "
                        + "Gebruik Mailen niet voor facturen die naar de exportmap gaan.",
                "If the customer has the invoice: komas-econnect resolve ID --sent. If it must go out all the same: resolve ID "
                        + "--send-again. Do not use Mailen for invoices that go to the export folder.");
    }

    private OutboxSearch.Evidence evidence(Shipment shipment, String externalId) {
        String folder = shipment.invoice().archive();
        String name = "delivery-" + shipment.delivery().id() + "-elsewhere-" + SafeName.of(externalId);
        return new OutboxSearch.Evidence(
                archive.freshFile(folder, name + "-answer", ".xml"), archive.freshFile(folder, name, ".xml"));
    }
}
