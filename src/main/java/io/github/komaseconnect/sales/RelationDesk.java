package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.LookUp;
import io.github.komaseconnect.relation.RelationBook;
import io.github.komaseconnect.relation.RelationLookUp;
import io.github.komaseconnect.relation.RelationSnapshot;
import io.github.komaseconnect.relation.RelationsInForce;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Looks up the relation of an accepted invoice, with the relation file as it is now. */
public final class RelationDesk {
    private static final int MOST_LINES = 20;

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final UblReader reader;
    private final Function<Company, RelationBook> books;
    private final RelationLookUp lookUp;
    private final AlarmBell alarms;
    /** Whose bad lines were told of: once for every version of a file. */
    private final Map<String, RelationSnapshot> told = new ConcurrentHashMap<>();
    /** Companies whose relation file is in order, and for which no alarm is left open. */
    private final Set<String> fine = ConcurrentHashMap.newKeySet();

    /** {@code books} gives the relation file of a company. */
    public RelationDesk(
            Companies companies,
            Ledger ledger,
            Archive archive,
            UblReader reader,
            Function<Company, RelationBook> books,
            RelationLookUp lookUp,
            AlarmBell alarms) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.reader = reader;
        this.books = books;
        this.lookUp = lookUp;
        this.alarms = alarms;
    }

    /** Looks up the relation of a registered invoice. */
    public LookedUp lookUp(Registration registration) throws IOException {
        LedgerInvoice invoice = registration
                .fresh()
                .map(Registration.Fresh::row)
                .or(() -> ledger.reading(found -> found.invoices().find(registration.invoiceId())))
                .orElseThrow();
        Company company = companies.get(invoice.company());
        RelationsInForce relations = inForce(company);
        Optional<Reason> unusable = relations.unusable();
        if (unusable.isPresent()) {
            return new LookedUp(invoice, new LookUp.Undecided(unusable.get()));
        }
        return registration.fresh().isPresent()
                ? new LookedUp(
                        invoice, lookUp.lookUp(registration.fresh().get().header(), company, relations.snapshot()))
                : lookUp(invoice, company, relations.snapshot());
    }

    /** What the company and its relation allow in the place of Peppol, with the relation file as it is now. */
    public Alternative instead(LedgerInvoice invoice, List<String> receivers, String causeDutch, String causeEnglish)
            throws IOException {
        Company company = companies.get(invoice.company());
        RelationsInForce relations = inForce(company);
        Optional<Reason> unusable = relations.unusable();
        if (unusable.isPresent()) {
            return new Alternative.Not(unusable.get());
        }
        List<ElectronicAddress> tried =
                receivers.stream().map(ElectronicAddress::ofReceiver).toList();
        return lookUp.instead(header(invoice), company, relations.snapshot(), tried, causeDutch, causeEnglish);
    }

    /** Every identifier under which the invoice's customer may be registered, the planned one first. */
    public List<String> receivers(LedgerInvoice invoice, String planned) throws IOException {
        RelationsInForce relations = inForce(companies.get(invoice.company()));
        if (relations.unusable().isPresent()) {
            return List.of(planned);
        }
        return lookUp.addresses(header(invoice), relations.snapshot(), ElectronicAddress.ofReceiver(planned)).stream()
                .map(ElectronicAddress::receiver)
                .toList();
    }

    /** What is sent: the original, or the mended one where its text had to be mended. */
    private Path document(LedgerInvoice invoice) {
        String name = ledger.reading(found -> found.payloads().sent(invoice.id(), Payload.OF_ALL))
                .map(Payload::file)
                .orElse(Archive.DOCUMENT);
        return archive.path(invoice.archive(), name);
    }

    private InvoiceHeader header(LedgerInvoice invoice) throws IOException {
        UblReading reading = reader.read(document(invoice), invoice.originalName());
        if (reading instanceof UblReading.Usable usable) {
            return usable.header();
        }
        throw new IOException("the archived document of " + invoice.label() + " is no invoice any more");
    }

    /** Looks it up as if every relation had this sending method: for a person who chose another one. */
    public LookedUp lookUpBy(LedgerInvoice invoice, SendingMethod method) throws IOException {
        Company company = companies.get(invoice.company());
        return lookUp(
                invoice,
                company.withDefaultMethod(DefaultMethod.of(method)),
                relations(company).withMethod(method));
    }

    private LookedUp lookUp(LedgerInvoice invoice, Company company, RelationSnapshot relations) throws IOException {
        UblReading reading = reader.read(document(invoice), invoice.originalName());
        if (reading instanceof UblReading.Usable usable) {
            return new LookedUp(invoice, lookUp.lookUp(usable.header(), company, relations));
        }
        return new LookedUp(
                invoice,
                new LookUp.Undecided(
                        reading instanceof UblReading.OtherDocument other
                                ? other.reason()
                                : ((UblReading.NotUsable) reading).reason()));
    }

    /** The relations of a company in force now; trouble with its file raises an alarm, and the end of it clears it. */
    public RelationSnapshot relations(Company company) {
        return inForce(company).snapshot();
    }

    /** Forgets what was told of a company that has gone. */
    public void forget(String companyKey) {
        told.remove(companyKey);
        fine.remove(companyKey);
    }

    private RelationsInForce inForce(Company company) {
        RelationBook book = books.apply(company);
        RelationsInForce state = book.look();
        String cause = "relations/" + company.key();
        if (state.trouble().isPresent()) {
            fine.remove(company.key());
            alarms.raise(cause, company.key(), state.trouble().get().reason(), "");
        } else if (fine.add(company.key())) {
            alarms.clear(cause);
        }
        if (told.put(company.key(), state.snapshot()) != state.snapshot()) {
            lineTroubles(company, state.snapshot());
        }
        return state;
    }

    private void lineTroubles(Company company, RelationSnapshot snapshot) {
        String cause = "relation-lines/" + company.key();
        if (snapshot.lineTroubles().isEmpty()) {
            alarms.clear(cause);
            return;
        }
        Reason reason = new Reason(
                "relations.bad-lines",
                "In " + snapshot.fileName() + " zijn regels die niet kloppen; de andere regels werken gewoon.",
                "There are bad lines in " + snapshot.fileName() + "; the other lines work as usual.",
                "Verbeter deze regels; komas-econnect check noemt ze allemaal.",
                "Correct these lines; komas-econnect check names them all.");
        snapshot.lineTroubles().stream()
                .limit(MOST_LINES)
                .forEach(trouble -> alarms.raise(
                        cause,
                        company.key(),
                        reason,
                        "regel " + trouble.line() + ": " + trouble.reason().dutch()));
    }
}
