package io.github.komaseconnect.cli;

import io.github.komaseconnect.adoption.Adoption;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.AdoptOrder;
import io.github.komaseconnect.reason.DutchTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code adopt COMPANY}: gives the folders of a company that is stopped to this ledger. */
@Command(
        name = "adopt",
        description =
                "De mappen van een bedrijf dat stilstaat bij deze administratie laten horen, na nakijken bij eConnect"
                        + " wat er al verzonden en ontvangen is (give the folders of a company that is stopped to this ledger, after"
                        + " finding out at eConnect what was sent and received).")
final class AdoptCommand implements Callable<Integer> {
    /** eConnect may have much to tell. */
    private static final Duration LONG_LIST = Duration.ofMinutes(15);

    private final OrderGiving giving;

    @Parameters(paramLabel = "BEDRIJF", description = "Sleutel van het bedrijf (key of the company).")
    private String company = "";

    @Option(
            names = "--dry-run",
            description = "Alleen kijken en vertellen wat er zou gebeuren (only look, and tell what would be done).")
    private boolean dryRun;

    @Option(
            names = "--since",
            paramLabel = "DATUM",
            description =
                    "Vanaf welke dag bij eConnect wordt nagekeken wat er verzonden is; anders een dag voor het laatste dat de"
                            + " administratie weet, of een maand terug (from which day on eConnect is asked what was sent; else a day"
                            + " before the last thing that the ledger knows, or a month back).")
    private String since = "";

    AdoptCommand(OrderGiving giving) {
        this.giving = giving;
    }

    @Override
    public Integer call() {
        Adoption.Extent extent = dryRun ? Adoption.Extent.LOOK_ONLY : Adoption.Extent.ADOPT;
        String argument = AdoptOrder.argument(extent, day());
        return giving.give(
                (installation, ledger) -> {
                    installation.requireRunnableCompany(company);
                    return List.of(new Wish(WorkOrder.Kind.ADOPT, company, 0, argument, company));
                },
                LONG_LIST);
    }

    private Optional<LocalDate> day() {
        if (since.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(DutchTime.typed(since)
                .orElseThrow(() -> CommandFailure.usage(
                        "--since " + since + " is geen datum, zoals 2026-11-01 of 1-11-2026.",
                        "--since " + since + " is not a date, such as 2026-11-01 or 1-11-2026.")));
    }
}
