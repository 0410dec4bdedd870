package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show ID}: one invoice with all that happened to it. */
@Command(
        name = "show",
        description = "Eén factuur met alles wat ermee gebeurd is (one invoice with all that happened to it).")
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final HomeOption home;
    private final LedgerAccess ledgers;

    @Parameters(
            paramLabel = "ID",
            description = "Id van de factuur, of met --company een factuurnummer"
                    + " (id of the invoice, or with --company an invoice number).")
    private String id = "";

    @Mixin
    private final InvoiceArguments arguments = new InvoiceArguments();

    ShowCommand(Terminal terminal, HomeOption home, LedgerAccess ledgers) {
        this.terminal = terminal;
        this.home = home;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        Installation installation = home.installation();
        try (Ledger ledger = ledgers.openExisting(installation).orElseThrow(OrderGiving::neverRan)) {
            LedgerInvoice invoice = new InvoiceFinder(installation, ledger).find(id, arguments.company());
            InvoiceStory story = InvoiceStory.read(ledger, invoice);
            new StoryTeller(terminal, installation).tell(story);
        }
        return 0;
    }
}
