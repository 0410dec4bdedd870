package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.LookUp;
import io.github.komaseconnect.relation.RelationBook;
import io.github.komaseconnect.relation.RelationLookUp;
import io.github.komaseconnect.relation.RelationSnapshot;
import io.github.komaseconnect.relation.RelationsInForce;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up the relation of an accepted invoice, with the relation file as it is now. */
public final class RelationDesk {
    private static final int MOST_LINES = 20;

    private final Companies companies;
    private final Ledger ledger;
    private final Archive archive;
    private final UblReader reader;
    private final Map<String, RelationBook> books;
    private final RelationLookUp lookUp;
    private final AlarmBell alarms;
    /** Whose bad lines were told of: once for every version of a file. */
    private final Map<String, RelationSnapshot> told = new ConcurrentHashMap<>();

    /** {@code books} holds the relation file of each company by its key. */
    public RelationDesk(
            Companies companies,
            Ledger ledger,
            Archive archive,
            UblReader reader,
            Map<String, RelationBook> books,
            RelationLookUp lookUp,
            AlarmBell alarms) {
        this.companies = companies;
        this.ledger = ledger;
        this.archive = archive;
        this.reader = reader;
        this.books = Map.copyOf(books);
        this.lookUp = lookUp;
        this.alarms = alarms;
    }

    /** Looks up the relation of a registered invoice. */
    public LookedUp lookUp(Registration registration) throws IOException {
        LedgerInvoice invoice = ledger.reading(found -> found.invoices().find(registration.invoiceId()))
                .orElseThrow();
        Company company = companies.get(invoice.company());
        RelationsInForce relations = inForce(company);
        Optional<Reason> unusable = relations.unusable();
        return unusable.isPresent()
                ? new LookedUp(invoice, new LookUp.Undecided(unusable.get()))
                : lookUp(invoice, company, relations.snapshot());
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
        UblReading reading = reader.read(archive.file(invoice.archive(), Archive.DOCUMENT), invoice.originalName());
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

    private RelationsInForce inForce(Company company) {
        RelationBook book = books.get(company.key());
        RelationsInForce state = book.look();
        String cause = "relations/" + company.key();
        state.trouble()
                .ifPresentOrElse(
                        trouble -> alarms.raise(cause, company.key(), trouble.reason(), ""), () -> alarms.clear(cause));
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
