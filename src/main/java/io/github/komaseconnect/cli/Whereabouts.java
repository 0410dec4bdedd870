package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.purchase.ImportFolder;
import io.github.komaseconnect.sales.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says in which visible file an invoice is now. */
final class Whereabouts {
    private static final String FILE = "bestand (file)";
    private static final String ATTACHMENTS = "bijlagen (attachments)";

    private final Installation installation;

    Whereabouts(Installation installation) {
        this.installation = installation;
    }

    /** Labels and texts, in order. */
    Map<String, String> of(InvoiceStory story) {
        Map<String, String> facts = new LinkedHashMap<>();
        LedgerInvoice invoice = story.invoice();
        Optional<Company> company = installation.configuration().company(invoice.company());
        if (company.isEmpty()) {
            facts.put(FILE, "onbekend: dit bedrijf draait niet (unknown: this company does not run)");
        } else if (invoice.where().place() == Place.NOWHERE) {
            story.receipt().filter(receipt -> !receipt.fileName().isEmpty()).ifPresent(receipt -> {
                facts.put(FILE, imported(company.get(), receipt));
                attachments(company.get(), receipt).ifPresent(folder -> facts.put(ATTACHMENTS, folder));
            });
        } else {
            sales(company.get(), invoice, facts);
        }
        return facts;
    }

    private static void sales(Company company, LedgerInvoice invoice, Map<String, String> facts) {
        LedgerInvoice.Whereabouts where = invoice.where();
        String extension = invoice.hasXml() ? ".xml" : ".pdf";
        Path file = Placement.folder(company, where.place()).resolve(where.path() + extension);
        if (where.placed()) {
            facts.put(FILE, file + (Files.exists(file) ? "" : " (daar niet gevonden; not found there)"));
            return;
        }
        facts.put(FILE, file + " (wordt nog verplaatst; still being moved)");
        if (where.fromPlace() != Place.NOWHERE) {
            facts.put(
                    "  vandaan (from)",
                    Placement.folder(company, where.fromPlace())
                            .resolve(where.fromPath() + extension)
                            .toString());
        }
    }

    /** The folder with other attachments, as long as it is there. */
    private static Optional<String> attachments(Company company, Receipt receipt) {
        Path folder = ImportFolder.attachments(company, receipt);
        return Files.isDirectory(folder) ? Optional.of(folder.toString()) : Optional.empty();
    }

    /** Komas empties its import folder, so that the file is gone says nothing bad. */
    private static String imported(Company company, Receipt receipt) {
        Path file = company.folders().importFolder().resolve(receipt.fileName() + ".xml");
        return switch (receipt.state()) {
            case IMPORTED, RECEIVED -> file + (Files.exists(file) ? "" : " (door Komas opgehaald; taken by Komas)");
            default -> file + " (nog niet daar; not there yet)";
        };
    }
}
