package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.WorkOrder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code resume COMPANY}: lets a company go on. */
@Command(
        name = "resume",
        description = "Een stilgelegd bedrijf verder laten gaan, en na een storing meteen opnieuw proberen"
                + " (let a company go on, and after a trouble try again at once).")
final class ResumeCommand implements Callable<Integer> {
    private final OrderGiving giving;

    @Parameters(paramLabel = "BEDRIJF", description = "Sleutel van het bedrijf (key of the company).")
    private String company = "";

    ResumeCommand(OrderGiving giving) {
        this.giving = giving;
    }

    @Override
    public Integer call() {
        return giving.give((installation, ledger) -> {
            installation.requireCompany(company);
            return List.of(Wish.about(company, WorkOrder.Kind.RESUME));
        });
    }
}
