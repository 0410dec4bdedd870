package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.WorkOrder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pause COMPANY}: puts a company to rest. */
@Command(
        name = "pause",
        description = "Een bedrijf stilleggen: niets ophalen, oppakken of verzenden tot resume"
                + " (put a company to rest: fetch, pick up and send nothing until resume).")
final class PauseCommand implements Callable<Integer> {
    private final OrderGiving giving;

    @Parameters(paramLabel = "BEDRIJF", description = "Sleutel van het bedrijf (key of the company).")
    private String company = "";

    PauseCommand(OrderGiving giving) {
        this.giving = giving;
    }

    @Override
    public Integer call() {
        return giving.give((installation, ledger) -> {
            installation.requireCompany(company);
            return List.of(Wish.about(company, WorkOrder.Kind.PAUSE));
        });
    }
}
