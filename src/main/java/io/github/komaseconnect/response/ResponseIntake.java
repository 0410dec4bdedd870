package io.github.komaseconnect.response;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads a file that was taken from {@code respond/}, finds its invoice and records the answer. */
public final class ResponseIntake {
    private static final int LARGEST = 64 * 1024;
    /** Who gave an answer that came as a file. */
    private static final String WHO = "respond/";

    private final Ways ways;
    private final Ledger ledger;
    private final ResponseJson json = new ResponseJson();

    /** Records in {@code ledger}; {@code ways} know what can be said. */
    public ResponseIntake(Ways ways, Ledger ledger) {
        this.ways = ways;
        this.ledger = ledger;
    }

    /** What came of it. */
    sealed interface Outcome {}

    /** Recorded, and due. */
    record Recorded() implements Outcome {}

    /** The same was said already: the file has done its work. */
    record SaidBefore() implements Outcome {}

    /** It cannot be sent. */
    record Refused(Reason reason) implements Outcome {}

    /** Takes one file up; when it was taken up before, its row has its name and nothing is recorded twice. */
    Outcome take(Company company, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.size(file) > LARGEST) {
            return new Refused(ResponseReasons.file(
                    "respond.too-large",
                    "Het bestand is groter dan 64 KB; een antwoord is dat nooit.",
                    "The file is larger than 64 KB, which no answer is."));
        }
        ResponseJson.Reading reading = json.read(Files.readAllBytes(file));
        if (reading instanceof ResponseJson.NotUsable broken) {
            return new Refused(broken.reason());
        }
        ResponseJson.Usable usable = (ResponseJson.Usable) reading;
        return ledger.inTransaction(books -> {
            if (books.responses().ofFile(company.key(), name).isPresent()) {
                return new Recorded();
            }
            List<LedgerInvoice> found = find(books, company.key(), name, usable.invoiceId());
            if (found.size() != 1) {
                return new Refused(found.isEmpty() ? unknown(name) : ambiguous(name, found));
            }
            ResponseForm form =
                    ways.of(company, books.receipts().find(found.get(0).id())).form();
            ResponsePlan.Outcome planned = ResponsePlan.plan(
                    books, found.get(0), usable.response(), form, new ResponsePlan.Origin(0, name, WHO + name));
            if (planned instanceof ResponsePlan.Refused refused) {
                return new Refused(refused.reason()
                        .advise(
                                refused.reason().adviceDutch() + " Zet het bestand daarna terug in de map respond.",
                                refused.reason().adviceEnglish() + " Then put the file back into the folder respond."));
            }
            return planned instanceof ResponsePlan.SaidBefore ? new SaidBefore() : new Recorded();
        });
    }

    private static List<LedgerInvoice> find(Ledger.Books books, String company, String name, OptionalLong id) {
        if (id.isPresent()) {
            return books.invoices().find(id.getAsLong()).stream()
                    .filter(invoice -> invoice.company().equals(company))
                    .toList();
        }
        String stem = name.substring(0, name.length() - RespondFolder.EXTENSION.length());
        // the second without what Places.numbered may have added
        return Stream.of(stem, stem.replaceFirst("~\\d+$", ""))
                .map(meant -> named(books, company, meant))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(List::of);
    }

    private static List<LedgerInvoice> named(Ledger.Books books, String company, String stem) {
        Optional<LedgerInvoice> imported = books.receipts()
                .ofFile(company, withoutExtension(stem))
                .flatMap(receipt -> books.invoices().find(receipt.invoiceId()));
        if (imported.isPresent()) {
            return imported.stream().toList();
        }
        return books.invoices().withNumber(company, stem).stream()
                .filter(invoice -> invoice.direction() == Direction.PURCHASE)
                .toList();
    }

    private static String withoutExtension(String stem) {
        return stem.toLowerCase(Locale.ROOT).endsWith(".xml") ? stem.substring(0, stem.length() - 4) : stem;
    }

    private static Reason unknown(String name) {
        return ResponseReasons.file(
                "respond.invoice-unknown",
                "Er is geen inkoopfactuur die hoort bij " + OneLine.of(name)
                        + "; de naam moet die van de factuur zijn zoals hij in de importmap stond, of in het bestand moet"
                        + " \"invoice\" staan met het kenmerk uit komas-econnect status.",
                "No purchase invoice belongs to " + OneLine.of(name)
                        + "; the name must be that of the invoice as it was in the import folder, or the file must have"
                        + " \"invoice\" with the id that komas-econnect status shows.");
    }

    private static Reason ambiguous(String name, List<LedgerInvoice> found) {
        String ids = String.join(
                ", ",
                found.stream()
                        .map(invoice -> invoice.id() + " (" + invoice.party() + ")")
                        .toList());
        return ResponseReasons.file(
                "respond.invoice-ambiguous",
                "Bij " + OneLine.of(name) + " horen meer inkoopfacturen: " + ids
                        + "; zet \"invoice\" met het juiste kenmerk in het bestand.",
                "Several purchase invoices belong to " + OneLine.of(name) + ": " + ids
                        + "; put \"invoice\" with the right id into the file.");
    }
}
