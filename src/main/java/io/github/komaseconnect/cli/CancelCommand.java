package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.WorkOrder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cancel ID}: withdraw a sales invoice before its first attempt. */
@Command(
        name = "cancel",
        description = "Een verkoopfactuur tegenhouden waarvan nog niets verzonden is"
                + " (withdraw a sales invoice of which nothing was sent yet).")
final class CancelCommand implements Callable<Integer> {
    private final OrderGiving giving;

    @Parameters(paramLabel = "ID", description = "Id van de factuur (id of the invoice).")
    private String id = "";

    @Mixin
    private final InvoiceArguments arguments = new InvoiceArguments();

    CancelCommand(OrderGiving giving) {
        this.giving = giving;
    }

    @Override
    public Integer call() {
        return giving.give((installation, ledger) -> List.of(Wish.about(
                new InvoiceFinder(installation, ledger).find(id, arguments.company()), WorkOrder.Kind.CANCEL, "")));
    }
}
