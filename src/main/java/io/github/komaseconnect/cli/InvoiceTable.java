package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.util.List;

/** Invoices, one a row. */
final class InvoiceTable {
    private static final int PARTY = 30;
    private static final int NUMBER = 24;

    private InvoiceTable() {}

    static Table of(List<InvoiceLine> lines) {
        Table table = new Table()
                .column("id", "id", Table.Side.RIGHT, Integer.MAX_VALUE)
                .column("bedrijf", "company")
                .column("soort", "type")
                .column("nummer", "number", Table.Side.LEFT, NUMBER)
                .column("relatie", "party", Table.Side.LEFT, PARTY)
                .column("bedrag", "amount", Table.Side.RIGHT, Integer.MAX_VALUE)
                .column("methode", "method")
                .column("toestand", "state")
                .column("vervolg", "outcome", Table.Side.LEFT, PARTY)
                .column("sinds", "since")
                .column("reden", "reason");
        for (InvoiceLine line : lines) {
            LedgerInvoice invoice = line.invoice();
            table.row(
                    Long.toString(invoice.id()),
                    invoice.company(),
                    line.dutchKind(),
                    invoice.label(),
                    invoice.party(),
                    Amounts.shown(invoice),
                    line.methodWord(),
                    line.dutchState(),
                    line.dutchOutcome(),
                    DutchTime.minute(invoice.changedAt()),
                    invoice.reason().map(Reason::code).orElse(""));
        }
        return table;
    }
}
