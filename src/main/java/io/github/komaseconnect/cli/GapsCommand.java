package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NumberBook.Gap;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.DutchTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gaps [COMPANY] [--accept NUMBER…]}: invoice numbers that are missing, and those that are fine. */
@Command(
        name = "gaps",
        description = "Verkoopfactuurnummers die ontbreken, of zeggen dat dat klopt"
                + " (numbers of sales invoices that are missing, or say that this is fine).")
final class GapsCommand implements Callable<Integer> {
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Terminal terminal;
    private final HomeOption home;
    private final LedgerAccess ledgers;
    private final OrderGiving giving;

    @Parameters(arity = "0..1", paramLabel = "BEDRIJF", description = "Sleutel van het bedrijf (key of the company).")
    private Optional<String> company = Optional.empty();

    @Option(
            names = "--accept",
            arity = "1..*",
            paramLabel = "NUMMER",
            description = "Deze nummers horen er niet te zijn: vervallen of zelf verstuurd"
                    + " (these numbers should not be there: void, or sent by yourself).")
    private List<String> accepted = new ArrayList<>();

    @Option(
            names = "--accept-all",
            description = "Alle ontbrekende nummers van dit bedrijf (all missing numbers of this company).")
    private boolean acceptAll;

    GapsCommand(Terminal terminal, HomeOption home, LedgerAccess ledgers, OrderGiving giving) {
        this.terminal = terminal;
        this.home = home;
        this.ledgers = ledgers;
        this.giving = giving;
    }

    @Override
    public Integer call() {
        return accepted.isEmpty() && !acceptAll ? show() : accept();
    }

    private int accept() {
        String key = company.orElseThrow(() -> CommandFailure.usage(
                "Noem het bedrijf: komas-econnect gaps BEDRIJF --accept NUMMER",
                "Name the company: komas-econnect gaps COMPANY --accept NUMBER"));
        return giving.give((installation, ledger) -> {
            installation.requireCompany(key);
            String numbers = acceptAll ? "" : String.join("\n", accepted);
            return List.of(new Wish(WorkOrder.Kind.ACCEPT_GAPS, key, 0, numbers, key));
        });
    }

    private int show() {
        Installation installation = home.installation();
        company.ifPresent(installation::requireCompany);
        Table table = new Table()
                .column("bedrijf", "company")
                .column("soort", "type")
                .column("nummer", "number")
                .column("gemist sinds", "missed since");
        int found = 0;
        try (Ledger ledger = ledgers.openExisting(installation).orElseThrow(OrderGiving::neverRan)) {
            for (String key : company.map(List::of).orElseGet(installation::companyKeys)) {
                List<Gap> gaps =
                        ledger.reading(books -> books.watching().numbers().missing(key, EVER));
                gaps.forEach(gap -> table.row(
                        key,
                        gap.documentType().toLowerCase(Locale.ROOT).replace('_', '-'),
                        gap.number(),
                        DutchTime.minute(gap.since())));
                found += gaps.size();
            }
        }
        if (found == 0) {
            terminal.say("Er ontbreken geen factuurnummers.", "No invoice numbers are missing.");
        } else {
            terminal.table(table);
        }
        return 0;
    }
}
