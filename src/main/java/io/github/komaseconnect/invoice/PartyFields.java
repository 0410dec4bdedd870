package io.github.komaseconnect.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects what an invoice says of its supplier or its customer. */
final class PartyFields {
    /** Nobody has more; a document that says so shall not fill the memory. */
    private static final int MOST_IDENTIFICATIONS = 100;

    private final List<PartyId> identifications = new ArrayList<>();
    private String registrationName = "";
    private String tradingName = "";
    private String assignedNumber = "";
    private String vatCandidate = "";
    private String vatNumber = "";
    private String email = "";
    private String country = "";
    private PartyId endpoint;
    private PartyId legalRegistration;

    /** @param path of the element around {@code cac:Party} */
    PartyFields(Fields fields, String path) {
        String party = path + "/cac:Party";
        fields.want(party + "/cbc:EndpointID", found -> endpoint = endpoint == null ? id(found) : endpoint);
        fields.want(party + "/cac:PartyIdentification/cbc:ID", this::identify);
        fields.want(party + "/cac:PartyName/cbc:Name", found -> tradingName = first(tradingName, found));
        fields.want(
                party + "/cac:PartyLegalEntity/cbc:RegistrationName",
                found -> registrationName = first(registrationName, found));
        fields.want(
                party + "/cac:PartyLegalEntity/cbc:CompanyID",
                found -> legalRegistration = legalRegistration == null ? id(found) : legalRegistration);
        fields.want(party + "/cac:PartyTaxScheme/cbc:CompanyID", found -> vatCandidate = found.text());
        fields.want(party + "/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", this::taxScheme);
        fields.want(party + "/cac:Contact/cbc:ElectronicMail", found -> email = first(email, found));
        fields.want(
                party + "/cac:PostalAddress/cac:Country/cbc:IdentificationCode",
                found -> country = first(country, found).toUpperCase(Locale.ROOT));
        fields.want(path + "/cbc:SupplierAssignedAccountID", found -> assignedNumber = first(assignedNumber, found));
    }

    private void identify(Fields.Found found) {
        if (identifications.size() < MOST_IDENTIFICATIONS) {
            identifications.add(id(found));
        }
    }

    /** A party can have other tax schemes than VAT; the scheme follows the number it belongs to. */
    private void taxScheme(Fields.Found scheme) {
        if (scheme.text().equalsIgnoreCase("VAT") && vatNumber.isEmpty()) {
            vatNumber = vatCandidate;
        }
        vatCandidate = "";
    }

    private static String first(String known, Fields.Found found) {
        return known.isEmpty() ? found.text() : known;
    }

    private static PartyId id(Fields.Found found) {
        return new PartyId(found.attribute("schemeID"), found.text());
    }

    /** The party as a supplier: without a customer number. */
    InvoiceParty supplier() {
        return party(Optional.empty());
    }

    /** The party as a customer. */
    InvoiceParty customer() {
        Optional<String> number = text(assignedNumber).or(() -> identifications.stream()
                .filter(id -> id.scheme().isEmpty())
                .map(PartyId::value)
                .findFirst());
        return party(number);
    }

    private InvoiceParty party(Optional<String> customerNumber) {
        return new InvoiceParty(
                text(registrationName).or(() -> text(tradingName)),
                customerNumber,
                Optional.ofNullable(endpoint),
                identifications,
                Optional.ofNullable(legalRegistration),
                text(vatNumber),
                text(email),
                text(country));
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
