package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.DutchTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the invoice that a user means: by its id in the ledger, or by its number when the company is named too. */
final class InvoiceFinder {
    private final Installation installation;
    private final Ledger ledger;

    InvoiceFinder(Installation installation, Ledger ledger) {
        this.installation = installation;
        this.ledger = ledger;
    }

    /**
     * The one invoice meant.
     *
     * @param typed an id, or with a company an invoice number (which then goes before an id)
     * @throws CommandFailure when there is none, or more than one; then it lists them
     */
    LedgerInvoice find(String typed, Optional<String> company) {
        return find(typed, company, any -> true);
    }

    /** As {@link #find}, where only a purchase invoice can be meant by a number. */
    LedgerInvoice findPurchase(String typed, Optional<String> company) {
        return find(typed, company, invoice -> invoice.direction() == Direction.PURCHASE);
    }

    private LedgerInvoice find(String typed, Optional<String> company, Predicate<LedgerInvoice> mayBeMeant) {
        Optional<LedgerInvoice> byId = byId(typed);
        if (company.isEmpty()) {
            return byId.orElseThrow(() -> unknownId(typed));
        }
        List<LedgerInvoice> found = ledger.reading(books -> books.invoices().withNumber(company.get(), typed)).stream()
                .filter(mayBeMeant)
                .toList();
        if (found.size() > 1) {
            throw ambiguous(typed, found);
        }
        return found.stream()
                .findFirst()
                .or(() -> byId.filter(invoice -> invoice.company().equals(company.get())))
                .orElseThrow(() -> unknownNumber(typed, company.get()));
    }

    private Optional<LedgerInvoice> byId(String typed) {
        if (!typed.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long id = Long.parseLong(typed);
        return ledger.reading(books -> books.invoices().find(id));
    }

    /** Perhaps it is a number: then the company was forgotten. */
    private CommandFailure unknownId(String typed) {
        List<String> companies = installation.companyKeys().stream()
                .filter(key -> !ledger.reading(books -> books.invoices().withNumber(key, typed))
                        .isEmpty())
                .toList();
        if (!companies.isEmpty()) {
            String option = " --company " + String.join(" / --company ", companies);
            return CommandFailure.usage(
                    typed + " is een factuurnummer; geef er het bedrijf bij:" + option,
                    typed + " is an invoice number; name the company too:" + option);
        }
        return CommandFailure.usage(
                "Er is geen factuur met id " + typed
                        + "; komas-econnect status toont de ids. Bij een factuurnummer hoort" + " --company.",
                "There is no invoice with id " + typed
                        + "; komas-econnect status shows the ids. An invoice number needs" + " --company.");
    }

    private CommandFailure unknownNumber(String typed, String company) {
        if (!installation.companyKeys().contains(company)) {
            return installation.unknownCompany(company);
        }
        return CommandFailure.usage(
                "Bedrijf " + company + " heeft geen factuur met nummer of id " + typed
                        + "; komas-econnect status toont ze.",
                "Company " + company + " has no invoice with number or id " + typed
                        + "; komas-econnect status shows them.");
    }

    private static CommandFailure ambiguous(String typed, List<LedgerInvoice> found) {
        StringBuilder dutch = new StringBuilder();
        StringBuilder english = new StringBuilder();
        for (LedgerInvoice invoice : found) {
            dutch.append("; ").append(invoice.id()).append(" = ").append(words(invoice));
            english.append("; ").append(invoice.id()).append(" = ").append(englishWords(invoice));
        }
        return CommandFailure.usage(
                "Er zijn " + found.size() + " facturen met nummer " + typed + "; geef de id" + dutch,
                "There are " + found.size() + " invoices with number " + typed + "; give the id" + english);
    }

    private static String words(LedgerInvoice invoice) {
        return invoice.direction().dutch()
                + invoice.type().map(type -> " " + type.dutch()).orElse("") + ", "
                + (invoice.party().isEmpty() ? "" : invoice.party() + ", ")
                + invoice.state().dutch() + ", " + DutchTime.minute(invoice.createdAt());
    }

    private static String englishWords(LedgerInvoice invoice) {
        return invoice.direction().english()
                + invoice.type().map(type -> " " + type.english()).orElse("") + ", "
                + (invoice.party().isEmpty() ? "" : invoice.party() + ", ")
                + invoice.state().english() + ", " + DutchTime.minute(invoice.createdAt());
    }
}
