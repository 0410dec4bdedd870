package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PartyId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose invoice a file is: of the company in whose folder it lies, else of the only company, else of the one that is its
 * supplier.
 */
final class CompanyOfFile {
    private final List<Company> companies;

    CompanyOfFile(List<Company> companies) {
        this.companies = List.copyOf(companies);
    }

    /** By where the file lies: its company's export, outbox, held or sent folder, or one below it. */
    Optional<Company> byFolder(Path file) {
        Path place = real(file);
        return companies.stream()
                .filter(company -> folders(company).anyMatch(folder -> place.startsWith(real(folder))))
                .findFirst();
    }

    /** The company, when there is but one. */
    Optional<Company> only() {
        return companies.size() == 1 ? Optional.of(companies.get(0)) : Optional.empty();
    }

    /** The company whose CoC or VAT number the supplier has; empty when none has, or several. */
    Optional<Company> bySupplier(InvoiceParty supplier) {
        Optional<String> coc = supplier.legalRegistration().map(PartyId::value).map(CompanyOfFile::plain);
        Optional<String> vat = supplier.vatNumber().map(CompanyOfFile::plain);
        List<Company> found = companies.stream()
                .filter(company -> same(company.cocNumber(), coc) || same(company.vatNumber(), vat))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean same(Optional<String> own, Optional<String> found) {
        return own.isPresent() && own.map(CompanyOfFile::plain).equals(found);
    }

    private static String plain(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static Stream<Path> folders(Company company) {
        return Stream.of(
                company.folders().exportFolder(),
                company.folders().outbox(),
                company.folders().held(),
                company.folders().sent());
    }

    /** With links followed, where that can be done. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path.toAbsolutePath().normalize();
        }
    }
}
