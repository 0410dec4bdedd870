package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.ResolveOrder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resolve ID --sent|--send-again}: a person says what became of a doubtful delivery. */
@Command(
        name = "resolve",
        description = "Zeggen wat er van een factuur in twijfel geworden is, of wat er met een tweede factuur van"
                + " hetzelfde nummer moet gebeuren (say what became of an invoice in doubt, or what is to be done with a"
                + " second invoice of the same number).")
final class ResolveCommand implements Callable<Integer> {
    private static final Set<String> YES = Set.of("j", "ja", "y", "yes");

    private final Terminal terminal;
    private final OrderGiving giving;

    @Parameters(paramLabel = "ID", description = "Id van de factuur (id of the invoice).")
    private String id = "";

    @ArgGroup(multiplicity = "1")
    private Verdict verdict = new Verdict();

    @Option(names = "--yes", description = "Niet om bevestiging vragen (do not ask for confirmation).")
    private boolean yes;

    @Mixin
    private final InvoiceArguments arguments = new InvoiceArguments();

    /** One of the two. */
    static final class Verdict {
        @Option(
                names = "--sent",
                required = true,
                description =
                        "Hij is aangekomen, ook na een teruggekomen mail of een afdruk met fouten: geldt als verzonden (it"
                                + " arrived, also after a mail that came back or a print with errors: counts as sent).")
        private boolean sent;

        @Option(
                names = "--send-again",
                required = true,
                description = "Hij is niet aangekomen: opnieuw verzenden (it did not arrive: send it again).")
        private boolean sendAgain;
    }

    ResolveCommand(Terminal terminal, OrderGiving giving) {
        this.terminal = terminal;
        this.giving = giving;
    }

    @Override
    public Integer call() {
        return giving.give((installation, ledger) -> {
            LedgerInvoice invoice = new InvoiceFinder(installation, ledger).find(id, arguments.company());
            if (!yes) {
                confirm(invoice);
            }
            String argument = verdict.sent ? ResolveOrder.SENT : ResolveOrder.SEND_AGAIN;
            return List.of(Wish.about(invoice, WorkOrder.Kind.RESOLVE, argument));
        });
    }

    private void confirm(LedgerInvoice invoice) {
        String what = invoice.id() + " " + invoice.label() + ", " + invoice.company()
                + (invoice.party().isEmpty() ? "" : ", " + invoice.party())
                + (invoice.amount().isEmpty() ? "" : ", " + Amounts.shown(invoice));
        if (verdict.sent) {
            terminal.say(
                    what + ": geldt daarna als verzonden en gaat er niet meer uit.",
                    what + ": counts as sent after this, and does not go out any more.");
        } else {
            terminal.say(
                    what + ": wordt (nog eens) verzonden. Is hij toch aangekomen, dan krijgt de klant hem twee keer.",
                    what + ": is sent (again). If it did arrive, the customer gets it twice.");
        }
        String answer = terminal.ask("Weet u het zeker? / Are you sure? [j/N] ")
                .orElseThrow(() -> CommandFailure.usage(
                        "Er is niemand om dit aan te vragen; geef --yes als u het zeker weet.",
                        "There is nobody to ask for confirmation; give --yes when you are sure."));
        if (!YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw CommandFailure.failed("Er is niets gedaan.", "Nothing was done.");
        }
    }
}
