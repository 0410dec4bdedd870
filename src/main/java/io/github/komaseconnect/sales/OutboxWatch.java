package io.github.komaseconnect.sales;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sees to it that every invoice on its way lies in the outbox: one that a person or a virus scanner took away is restored
 * from the archive, with an alarm. What is sent always comes from the archive, so a changed file changes nothing.
 */
public final class OutboxWatch {
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
        List<LedgerInvoice> waiting = ledger.reading(books ->
                books.invoices().inState(Direction.SALES, List.of(InvoiceState.ACCEPTED, InvoiceState.ON_ITS_WAY)));
        companies.all().forEach(company -> {
            Path outbox = company.folders().outbox();
            if (!Files.isDirectory(outbox)) {
                return;
            }
            List<LedgerInvoice> taken = waiting.stream()
                    .filter(invoice -> invoice.company().equals(company.key()))
                    .filter(invoice ->
                            invoice.where().placed() && invoice.where().place() == Place.OUTBOX)
                    .filter(placement::isIncomplete)
                    .toList();
            taken.forEach(this::restore);
            if (taken.isEmpty()) {
                alarms.clear("taken/" + company.key());
            }
        });
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
                    "taken/" + invoice.company(),
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
