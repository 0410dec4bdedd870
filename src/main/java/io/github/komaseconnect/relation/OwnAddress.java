package io.github.komaseconnect.relation;

import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PartyId;
import java.util.Optional;
import java.util.Set;

/**
 * The address at which the document itself places its customer. It is looked for in the order of the guideline of the
 * Nederlandse Peppolautoriteit: endpoint id, legal registration, other identifications, VAT number.
 *
 * @param address where the document sends it
 * @param source where in the document it was found
 * @param repairs what was repaired in it
 */
record OwnAddress(ElectronicAddress address, Source source, Set<Repair> repairs) {
    /** Where in the document an address can stand. */
    enum Source {
        ENDPOINT("endpoint-id", "endpoint id"),
        LEGAL_REGISTRATION("registratienummer", "legal registration"),
        IDENTIFICATION("ander nummer van de klant", "another identification"),
        VAT_NUMBER("btw-nummer", "VAT number");

        private final String dutch;
        private final String english;

        Source(String dutch, String english) {
            this.dutch = dutch;
            this.english = english;
        }

        String dutch() {
            return dutch;
        }

        String english() {
            return english;
        }
    }

    static Optional<OwnAddress> of(InvoiceParty customer, IdentifierReader identifiers) {
        String country = customer.country().orElse("");
        return customer.endpoint()
                .flatMap(id -> of(Source.ENDPOINT, identifiers.read(id, country)))
                .or(() -> customer.legalRegistration()
                        .flatMap(id -> of(Source.LEGAL_REGISTRATION, identifiers.read(id, country))))
                .or(() -> customer.identifications().stream()
                        // without a scheme it is most often the customer number
                        .filter(id -> !id.scheme().isBlank())
                        .flatMap(id -> of(Source.IDENTIFICATION, identifiers.read(id, country)).stream())
                        .findFirst())
                .or(() -> customer.vatNumber().flatMap(number -> ofVatNumber(number, identifiers)));
    }

    /** What it is called, with what was repaired, e.g. {@code btw-nummer, punten weggelaten}. */
    String dutch() {
        return source.dutch + (repairs.isEmpty() ? "" : ", " + Repair.dutch(repairs));
    }

    String english() {
        return source.english + (repairs.isEmpty() ? "" : ", " + Repair.english(repairs));
    }

    /** Only a VAT number with its country letters: of others it is not certain whose they are. */
    private static Optional<OwnAddress> ofVatNumber(String number, IdentifierReader identifiers) {
        return of(Source.VAT_NUMBER, identifiers.read(new PartyId("", number), ""))
                .filter(own -> VatNumbers.ofAddress(own.address()).isPresent())
                .or(() -> VatNumbers.addressOf(Typed.number(number))
                        .map(address -> new OwnAddress(address, Source.VAT_NUMBER, Set.of())));
    }

    private static Optional<OwnAddress> of(Source source, IdentifierReading reading) {
        return reading instanceof IdentifierReading.Valid valid
                ? Optional.of(new OwnAddress(valid.address(), source, valid.repairs()))
                : Optional.empty();
    }
}
