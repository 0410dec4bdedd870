package io.github.komaseconnect.print;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.rendering.BatchPdf.Start;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a print together would come out, found out before any attempt.
 *
 * @param obstacle why nothing would come of it now
 * @param start a printer that cannot print both sides is given no empty ones
 */
record PrintPlace(Optional<AttemptOutcome> obstacle, Start start) {
    static PrintPlace of(Company company, PrintWishes wishes, PrinterClient printers) {
        Optional<String> both =
                wishes.sides().filter(sides -> sides != PrintWishes.Sides.ONE).map(PrintWishes.Sides::keyword);
        Optional<URI> printer = company.printing().printer();
        return printer.isPresent()
                ? atPrinter(printers.ask(company.key(), printer.get()), both)
                : inFolder(company.folders().printSpool(), both);
    }

    private static PrintPlace atPrinter(PrinterClient.Look look, Optional<String> both) {
        boolean sheets = both.isPresent()
                && look.facts()
                        .filter(facts -> facts.sides().contains(both.get()))
                        .isPresent();
        return new PrintPlace(look.obstacle(), sheets ? Start.NEW_SHEET : Start.ANY_PAGE);
    }

    private static PrintPlace inFolder(Path folder, Optional<String> both) {
        return new PrintPlace(
                Files.isDirectory(folder)
                        ? Optional.empty()
                        : Optional.of(new AttemptOutcome.Blocked(SpoolReasons.folderGone(folder))),
                both.isPresent() ? Start.NEW_SHEET : Start.ANY_PAGE);
    }
}
