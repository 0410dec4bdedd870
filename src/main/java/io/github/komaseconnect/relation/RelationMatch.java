package io.github.komaseconnect.relation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of the relation file that an invoice's customer leads to, by the first identifier that leads anywhere.
 *
 * @param key by what
 * @param value the identifier in the document
 * @param relations one line or more, in the order of the file
 */
record RelationMatch(Key key, String value, List<Relation> relations) {
    /** By what a relation is found, in the order in which it is tried. */
    enum Key {
        CUSTOMER_NUMBER("relatienummer", "relation number"),
        CUSTOMER_NUMBER_WITHOUT_ZEROS(
                "relatienummer (zonder nullen vooraan)", "relation number (without leading zeros)"),
        ENDPOINT("endpoint-id", "endpoint id"),
        LEGAL_REGISTRATION("registratienummer", "legal registration"),
        VAT_NUMBER("btw-nummer", "VAT number"),
        EMAIL("e-mailadres", "e-mail address");

        private final String dutch;
        private final String english;

        Key(String dutch, String english) {
            this.dutch = dutch;
            this.english = english;
        }
    }

    RelationMatch {
        relations = List.copyOf(relations);
    }

    static Optional<RelationMatch> find(CustomerIdentity customer, RelationSnapshot book) {
        return byNumber(customer, book)
                .or(() -> byAddress(Key.ENDPOINT, customer.endpoint(), book))
                .or(() -> byAddress(Key.LEGAL_REGISTRATION, customer.legal(), book))
                .or(() -> of(Key.VAT_NUMBER, customer.vatNumber(), book.byVatNumber(customer.vatNumber())))
                .or(() -> byEmail(customer, book));
    }

    /** How it was found, in Dutch, e.g. {@code relatienummer 10023}. */
    String dutch() {
        return key.dutch + " " + value;
    }

    String english() {
        return key.english + " " + value;
    }

    private static Optional<RelationMatch> byNumber(CustomerIdentity customer, RelationSnapshot book) {
        if (customer.number().isEmpty()) {
            return Optional.empty();
        }
        String number = customer.number().get();
        return of(Key.CUSTOMER_NUMBER, number, book.byNumber(number)).or(() -> {
            // Zeros before a number are part of it; without them it must be the only one.
            List<Relation> found = book.byNumberWithoutZeros(number);
            return found.size() == 1 ? of(Key.CUSTOMER_NUMBER_WITHOUT_ZEROS, number, found) : Optional.empty();
        });
    }

    private static Optional<RelationMatch> byAddress(
            Key key, Optional<ElectronicAddress> address, RelationSnapshot book) {
        return address.flatMap(given -> of(key, given.receiver(), book.byAddress(given)));
    }

    private static Optional<RelationMatch> byEmail(CustomerIdentity customer, RelationSnapshot book) {
        Set<Relation> found = new LinkedHashSet<>();
        customer.emails().addresses().forEach(address -> found.addAll(book.byEmail(address)));
        return of(Key.EMAIL, String.join(", ", customer.emails().addresses()), List.copyOf(found));
    }

    private static Optional<RelationMatch> of(Key key, String value, List<Relation> relations) {
        return relations.isEmpty() ? Optional.empty() : Optional.of(new RelationMatch(key, value, relations));
    }
}
