package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Why nothing can be said of a file, in words. */
final class ExplanationReasons {
    private ExplanationReasons() {}

    static Reason noFile(Path file) {
        return Files.isDirectory(file)
                ? new Reason(
                        "explain.folder",
                        file + " is een map.",
                        file + " is a folder.",
                        "Noem de bestanden erin, bijvoorbeeld " + file.resolve("*.xml") + ".",
                        "Name the files in it, e.g. " + file.resolve("*.xml") + ".")
                : new Reason(
                        "explain.no-file",
                        file + " is er niet.",
                        file + " is not there.",
                        "Controleer de naam; een bestand in de exportmap kan intussen zijn opgepakt.",
                        "Check the name; a file in the export folder may have been picked up meanwhile.");
    }

    static Reason unreadable(Path file, IOException failure) {
        String words = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return new Reason(
                "explain.unreadable",
                file + " kan niet gelezen worden (" + words + ").",
                file + " cannot be read (" + words + ").",
                "Is het nog open in een ander programma, of ontbreken de rechten?",
                "Is it still open in another program, or are rights missing?");
    }

    static Reason companyUnknown(List<Company> companies) {
        if (companies.isEmpty()) {
            return new Reason(
                    "explain.no-company",
                    "Er is geen bedrijf dat kan draaien.",
                    "There is no company that can run.",
                    "komas-econnect check zegt wat er aan de instellingen mis is.",
                    "komas-econnect check says what is wrong with the settings.");
        }
        String keys = companies.stream().map(Company::key).collect(Collectors.joining(", "));
        return new Reason(
                "explain.company",
                "Het is niet duidelijk van welk bedrijf deze factuur is.",
                "It is not clear which company this invoice is of.",
                "Zeg het met --company, een van: " + keys + ".",
                "Say so with --company, one of: " + keys + ".");
    }
}
