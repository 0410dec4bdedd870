package io.github.komaseconnect.relation;

import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The customer of an invoice by everything that the document says about it, read and normalised.
 *
 * @param name empty when the document names none
 * @param number the number under which the supplier knows the customer
 * @param endpoint electronic address, when it can be used
 * @param endpointAsWritten electronic address as it stands, usable or not; empty without one
 * @param legal legal registration, when it can be used as an address
 * @param stated every usable address in the document, other identifications included
 * @param own the address at which the document places the customer
 * @param endpointRefusal why the endpoint id cannot be used; then there is no {@code own}
 * @param kind government when any identifier is an OIN, usable or not
 * @param vatNumber normalised, empty without one
 * @param emails the contact's address and an endpoint of scheme EM
 * @param country ISO 3166-1 alpha-2, empty when the document has none
 * @param typed the identifiers as they stand in the document, for texts
 */
record CustomerIdentity(
        String name,
        Optional<String> number,
        Optional<ElectronicAddress> endpoint,
        String endpointAsWritten,
        Optional<ElectronicAddress> legal,
        List<ElectronicAddress> stated,
        Optional<OwnAddress> own,
        Optional<Reason> endpointRefusal,
        Relation.Kind kind,
        String vatNumber,
        EmailReading emails,
        String country,
        List<Named> typed) {
    /** An identifier with what it is called. */
    record Named(String dutch, String english, String value) {}

    CustomerIdentity {
        stated = List.copyOf(stated);
        typed = List.copyOf(typed);
    }

    static CustomerIdentity of(InvoiceParty customer, IdentifierReader identifiers, EmailReader emailReader) {
        String country = customer.country().orElse("");
        Optional<ElectronicAddress> endpoint = usable(customer.endpoint(), identifiers, country);
        Optional<ElectronicAddress> legal = usable(customer.legalRegistration(), identifiers, country);
        List<ElectronicAddress> stated = new ArrayList<>();
        endpoint.ifPresent(stated::add);
        legal.ifPresent(stated::add);
        for (PartyId id : customer.identifications()) {
            // Without a scheme it is most often the customer number, which may look like a CoC number.
            if (!id.scheme().isBlank()) {
                usable(Optional.of(id), identifiers, country).ifPresent(stated::add);
            }
        }
        String vatNumber = VatNumbers.normalised(customer.vatNumber().orElse(""));
        Optional<String> emailEndpoint =
                customer.endpoint().filter(OwnAddress::isEmail).map(PartyId::value);
        EmailReading emails =
                emailReader.read(customer.email().or(() -> emailEndpoint).orElse(""));
        return new CustomerIdentity(
                customer.name().orElse(""),
                customer.customerNumber().map(Typed::cell).filter(number -> !number.isEmpty()),
                endpoint,
                customer.endpoint().map(PartyId::toString).orElse(""),
                legal,
                stated,
                OwnAddress.of(customer, identifiers),
                OwnAddress.refusedEndpoint(customer, identifiers),
                kind(customer, stated),
                vatNumber,
                emails,
                country,
                typed(customer));
    }

    /** Every address of the document in one scheme. */
    List<ElectronicAddress> statedIn(String scheme) {
        return stated.stream()
                .filter(address -> address.scheme().equals(scheme))
                .toList();
    }

    /** Whether the document shows that the customer is a Dutch government organisation. */
    boolean isGovernment() {
        return kind == Relation.Kind.GOVERNMENT;
    }

    /** An OIN that is damaged still shows what kind of organisation it is. */
    private static Relation.Kind kind(InvoiceParty customer, List<ElectronicAddress> stated) {
        boolean oin = Stream.of(
                                customer.endpoint().stream(),
                                customer.legalRegistration().stream(),
                                customer.identifications().stream())
                        .flatMap(ids -> ids)
                        .anyMatch(IdentifierReader::namesOin)
                || stated.stream().anyMatch(ElectronicAddress::isOin);
        return oin ? Relation.Kind.GOVERNMENT : Relation.Kind.ORDINARY;
    }

    private static Optional<ElectronicAddress> usable(
            Optional<PartyId> id, IdentifierReader identifiers, String country) {
        return id.flatMap(given -> identifiers.read(given, country).usable());
    }

    private static List<Named> typed(InvoiceParty customer) {
        List<Named> typed = new ArrayList<>();
        customer.customerNumber().ifPresent(value -> typed.add(new Named("relatienummer", "relation number", value)));
        customer.endpoint().ifPresent(id -> typed.add(new Named("endpoint-id", "endpoint id", id.toString())));
        customer.legalRegistration()
                .ifPresent(id -> typed.add(new Named("registratienummer", "legal registration", id.toString())));
        customer.vatNumber().ifPresent(value -> typed.add(new Named("btw-nummer", "VAT number", value)));
        customer.email().ifPresent(value -> typed.add(new Named("e-mailadres", "e-mail address", value)));
        return typed;
    }
}
