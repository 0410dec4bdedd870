package io.github.komaseconnect.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that lets an invoice be named by its number. */
final class InvoiceArguments {
    @Option(
            names = "--company",
            paramLabel = "BEDRIJF",
            description = "Het bedrijf; dan mag een ID ook een factuurnummer zijn"
                    + " (the company; an ID can then be an invoice number).")
    private Optional<String> company = Optional.empty();

    Optional<String> company() {
        return company;
    }
}
