package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.RetryOrder;
import io.github.komaseconnect.purchase.PerhapsImported;
import io.github.komaseconnect.sales.PerhapsSent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retry ID…|--held}: try invoices again. */
@Command(
        name = "retry",
        description = "Facturen opnieuw proberen, met het relatiebestand zoals het nu is"
                + " (try invoices again, with the relation file as it is now).")
final class RetryCommand implements Callable<Integer> {
    private static final String NOTHING = "";

    private final Terminal terminal;
    private final OrderGiving giving;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Mixin
    private final InvoiceArguments arguments = new InvoiceArguments();

    /** Either these, or all that are held. */
    static final class Which {
        @Parameters(
                arity = "1..*",
                paramLabel = "ID",
                description = "Id van een factuur, zie status (id of an invoice, see status).")
        private List<String> ids = new ArrayList<>();

        @Option(
                names = "--held",
                required = true,
                description = "Alle vastgehouden facturen (all invoices that are held).")
        private boolean held;
    }

    @Option(
            names = "--skip-validation",
            description = "Verzenden, ook als de factuur niet aan de officiële regels voldoet; wordt vastgelegd"
                    + " (send it even if it breaks the official rules; this is recorded).")
    private boolean skipValidation;

    RetryCommand(Terminal terminal, OrderGiving giving) {
        this.terminal = terminal;
        this.giving = giving;
    }

    @Override
    public Integer call() {
        if (skipValidation && which.held) {
            throw CommandFailure.usage(
                    "--skip-validation geldt voor facturen die u een voor een noemt, niet met --held.",
                    "--skip-validation is for invoices that you name one by one, not with --held.");
        }
        String argument = skipValidation ? RetryOrder.SKIP_VALIDATION : NOTHING;
        return giving.give((installation, ledger) -> {
            List<LedgerInvoice> invoices = which.held
                    ? held(installation, ledger)
                    : which.ids.stream()
                            .map(id -> new InvoiceFinder(installation, ledger).find(id, arguments.company()))
                            .toList();
            return invoices.stream()
                    .map(invoice -> Wish.about(invoice, WorkOrder.Kind.RETRY, argument))
                    .toList();
        });
    }

    /** All held invoices that can be tried again; of the others it says why not. */
    private List<LedgerInvoice> held(Installation installation, Ledger ledger) {
        arguments.company().ifPresent(installation::requireCompany);
        Set<InvoiceState> state = Set.of(InvoiceState.HELD);
        List<LedgerInvoice> all = ledger
                .reading(books -> Stream.of(Direction.values())
                        .flatMap(direction -> books.invoices().inState(direction, state).stream())
                        .toList())
                .stream()
                .filter(invoice -> arguments.company().isEmpty()
                        || arguments.company().get().equals(invoice.company()))
                .sorted(Comparator.comparingLong(LedgerInvoice::id))
                .toList();
        List<LedgerInvoice> able = new ArrayList<>();
        for (LedgerInvoice invoice : all) {
            if (invoice.direction() == Direction.SALES && !invoice.hasXml()) {
                terminal.say(
                        invoice.id() + " " + invoice.label() + ": overgeslagen, een PDF zonder XML.",
                        invoice.id() + " " + invoice.label() + ": skipped, a PDF without XML.");
            } else if (PerhapsImported.is(invoice)) {
                terminal.say(
                        invoice.id() + " " + invoice.label()
                                + ": overgeslagen, want misschien al in Komas; kijk daar, en geef"
                                + " zo nodig komas-econnect retry " + invoice.id() + ".",
                        invoice.id() + " " + invoice.label()
                                + ": skipped, for it may be in Komas already; look there, and run"
                                + " komas-econnect retry " + invoice.id() + " if need be.");
            } else if (isDoubtful(ledger, invoice)) {
                terminal.say(
                        invoice.id() + " " + invoice.label() + ": overgeslagen, want in twijfel; gebruik komas-econnect"
                                + " resolve.",
                        invoice.id() + " " + invoice.label() + ": skipped, for it is in doubt; use komas-econnect"
                                + " resolve.");
            } else {
                able.add(invoice);
            }
        }
        if (able.isEmpty()) {
            terminal.say("Niets om opnieuw te proberen.", "Nothing to try again.");
        }
        return able;
    }

    private static boolean isDoubtful(Ledger ledger, LedgerInvoice invoice) {
        return ledger.reading(books -> PerhapsSent.is(books, invoice));
    }
}
