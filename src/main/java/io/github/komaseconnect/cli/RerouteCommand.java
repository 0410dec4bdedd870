package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.relation.MethodChoice;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.relation.SendingMethodWords;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reroute ID --by METHOD}: send one invoice by another method than its relation has. */
@Command(
        name = "reroute",
        description = "Eén factuur op een andere manier verzenden dan bij de relatie staat"
                + " (send one invoice by another method than its relation has).")
final class RerouteCommand implements Callable<Integer> {
    private final OrderGiving giving;

    @Parameters(paramLabel = "ID", description = "Id van de factuur (id of the invoice).")
    private String id = "";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "peppol|email|print",
            description = "De verzendmethode (the sending method).")
    private String method = "";

    @Mixin
    private final InvoiceArguments arguments = new InvoiceArguments();

    RerouteCommand(OrderGiving giving) {
        this.giving = giving;
    }

    @Override
    public Integer call() {
        SendingMethod chosen = method();
        return giving.give((installation, ledger) -> List.of(Wish.about(
                new InvoiceFinder(installation, ledger).find(id, arguments.company()),
                WorkOrder.Kind.REROUTE,
                chosen.name())));
    }

    private SendingMethod method() {
        if (new SendingMethodWords().read(method) instanceof MethodChoice.Chosen chosen) {
            return chosen.method();
        }
        throw CommandFailure.usage(
                "--by " + method + " is geen verzendmethode; kies peppol, email of print.",
                "--by " + method + " is not a sending method; choose peppol, email or print.");
    }
}
