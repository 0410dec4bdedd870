package io.github.komaseconnect.relation;

import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * The address at which the document itself places its customer. It is looked for in the order of the guideline of the
 * Nederlandse Peppolautoriteit: endpoint id, legal registration, other identifications, VAT number. An endpoint id that
 * cannot be used ends the search: another number may reach another party than the one it was meant for.
 *
 * @param address where the document sends it
 * @param source where in the document it was found
 * @param repairs what was repaired in it
 */
record OwnAddress(ElectronicAddress address, Source source, Set<Repair> repairs) {
    /** Of an endpoint that is an e-mail address. */
    private static final String EMAIL_SCHEME = "EM";

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
        if (refusedEndpoint(customer, identifiers).isPresent()) {
            return Optional.empty();
        }
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

    /** Why the endpoint id cannot be used; empty when it can, when there is none, and when it is an e-mail address. */
    static Optional<Reason> refusedEndpoint(InvoiceParty customer, IdentifierReader identifiers) {
        return customer.endpoint().filter(id -> !isEmail(id)).flatMap(id -> identifiers
                .read(id, customer.country().orElse(""))
                .refusal());
    }

    /** Whether it is an e-mail address; some programs leave its scheme out. */
    static boolean isEmail(PartyId id) {
        String scheme = id.scheme().strip();
        return scheme.equalsIgnoreCase(EMAIL_SCHEME)
                || scheme.isEmpty() && id.value().indexOf('@') > 0;
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
