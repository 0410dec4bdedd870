package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sees to it that every invoice on its way lies in the outbox: one that a person or a virus scanner took away is restored
 * from the archive, with an alarm. What is sent always comes from the archive, so a changed file changes nothing.
 */
public final class OutboxWatch {
    private static final String CAUSE = "taken/";

    private final Companies companies;
    private final Ledger ledger;
    private final Placement placement;
    private final AlarmBell alarms;

    /** Watches the outboxes of these companies. */
    public OutboxWatch(Companies companies, Ledger ledger, Placement placement, AlarmBell alarms) {
        this.companies = companies;
        this.ledger = ledger;
        this.placement = placement;
        this.alarms = alarms;
    }

    /** Looks once; the alarm about taken files ends when nothing was missing any more. */
    public void look() {
        look(Lane.direct());
    }

    /** Looks once, by {@code lane}: a share that hangs keeps a look waiting. */
    public void look(Lane lane) {
        List<LedgerInvoice> waiting = ledger.reading(books ->
                books.invoices().inState(Direction.SALES, List.of(InvoiceState.ACCEPTED, InvoiceState.ON_ITS_WAY)));
        Map<String, List<LedgerInvoice>> byCompany =
                waiting.stream().collect(Collectors.groupingBy(LedgerInvoice::company));
        Set<String> told = alarms.open(CAUSE).stream().map(Alarm::company).collect(Collectors.toSet());
        companies.all().stream()
                .filter(company -> byCompany.containsKey(company.key()) || told.contains(company.key()))
                .forEach(company ->
                        lane.run(company.key(), () -> look(company, byCompany.getOrDefault(company.key(), List.of()))));
    }

    private void look(Company company, List<LedgerInvoice> waiting) {
        if (!Files.isDirectory(company.folders().outbox())) {
            return;
        }
        List<LedgerInvoice> taken = waiting.stream()
                .filter(invoice -> invoice.where().placed() && invoice.where().place() == Place.OUTBOX)
                .filter(placement::isIncomplete)
                .toList();
        taken.forEach(this::restore);
        if (taken.isEmpty()) {
            alarms.clear(CAUSE + company.key());
        }
    }

    private void restore(LedgerInvoice invoice) {
        boolean stillThere = ledger.inTransaction(books -> {
            boolean same = books.invoices()
                    .find(invoice.id())
                    .filter(now -> now.where().equals(invoice.where()))
                    .isPresent();
            if (same) {
                books.invoices()
                        .place(invoice.id(), Place.OUTBOX, invoice.where().path());
            }
            return same;
        });
        if (stillThere) {
            placement.carryOut(invoice.id());
            alarms.raise(
                    CAUSE + invoice.company(),
                    invoice.company(),
                    new Reason(
                            "sales.taken-from-outbox",
                            "Een bestand is uit de map outbox weggehaald en teruggezet uit het archief. De verzending gaat gewoon door.",
                            "A file was taken from the outbox folder and restored from the archive. Sending simply goes on.",
                            "Laat de bestanden in outbox staan. Doet een virusscanner dit, sluit de map dan uit. Moet een factuur "
                                    + "niet weg, gebruik dan: komas-econnect cancel.",
                            "Leave the files in outbox alone. If a virus scanner did this, exclude the folder. If an invoice must "
                                    + "not go out, use: komas-econnect cancel."),
                    invoice.label());
        }
    }
}
