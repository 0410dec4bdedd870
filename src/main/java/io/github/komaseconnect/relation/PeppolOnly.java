package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who gets invoices over Peppol and no other way, whatever fallback is allowed: the one place that says so. */
sealed interface PeppolOnly {
    /** A government organisation. */
    record Government() implements PeppolOnly {}

    /** A customer in a country where invoices must go over Peppol; {@code country} is among the strict ones. */
    record StrictCountry(String country) implements PeppolOnly {}

    /**
     * What is known of a customer, by a line of the relation file, by an invoice, or by both.
     *
     * @param countries as they stand there, ISO 3166-1 alpha-2; may be empty texts
     * @param vatNumbers normalised; may be empty texts
     * @param addresses every usable identifier
     */
    record Marks(
            Relation.Kind kind,
            List<String> countries,
            List<String> vatNumbers,
            Collection<ElectronicAddress> addresses) {
        /** Of a line of the relation file. */
        static Marks of(Relation relation) {
            return new Marks(
                    relation.kind(), List.of(relation.country()), List.of(relation.vatNumber()), relation.addresses());
        }

        /** Of an invoice's customer. */
        static Marks of(CustomerIdentity customer) {
            return new Marks(
                    customer.kind(),
                    List.of(customer.country()),
                    List.of(customer.vatNumber()),
                    Stream.concat(customer.stated().stream(), customer.own().map(OwnAddress::address).stream())
                            .toList());
        }

        /** Of addresses alone. */
        static Marks of(Collection<ElectronicAddress> addresses) {
            return new Marks(Relation.Kind.ORDINARY, List.of(), List.of(), addresses);
        }
    }

    /** Whether, and why, a customer with any of these marks gets everything over Peppol; empty when policy decides. */
    static Optional<PeppolOnly> of(Company company, Marks... marks) {
        Set<String> strict = company.fallback().strictCountries();
        List<Marks> all = List.of(marks);
        boolean government = all.stream().anyMatch(one -> one.kind() == Relation.Kind.GOVERNMENT)
                || all.stream().flatMap(one -> one.addresses().stream()).anyMatch(ElectronicAddress::isOin);
        return government
                ? Optional.of(new Government())
                : all.stream()
                        .flatMap(PeppolOnly::countries)
                        .filter(strict::contains)
                        .findFirst()
                        .map(StrictCountry::new);
    }

    /** Also those that a VAT number or an identifier belongs to: the country column is often left empty. */
    private static Stream<String> countries(Marks marks) {
        return Stream.of(
                        marks.countries().stream(),
                        marks.vatNumbers().stream().flatMap(number -> VatNumbers.country(number).stream()),
                        marks.addresses().stream().flatMap(address -> SchemeList.country(address.scheme()).stream()))
                .flatMap(countries -> countries);
    }
}
