package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.relation.LookUp.Decided;
import io.github.komaseconnect.relation.LookUp.Undecided;
import java.util.List;
import java.util.Optional;

/** Decides where an invoice goes whose customer is not in the relation file: by the company's default method. */
final class DefaultDestination {
    private final CustomerIdentity customer;
    private final Company company;
    private final String fileName;

    DefaultDestination(CustomerIdentity customer, Company company, String fileName) {
        this.customer = customer;
        this.company = company;
        this.fileName = fileName;
    }

    LookUp decide() {
        return switch (company.defaultMethod()) {
            case HOLD ->
                unknown(
                        "Zonder relatie is niet bekend hoe de factuur verzonden moet worden.",
                        "Without a relation it is not known how to send the invoice.");
            case PEPPOL -> by(SendingMethod.PEPPOL, why());
            case EMAIL -> by(SendingMethod.EMAIL, why());
            case PRINT -> by(SendingMethod.PRINT, why());
            case AUTO ->
                customer.own().isPresent() || customer.endpointRefusal().isPresent()
                        ? by(SendingMethod.PEPPOL, why())
                        : withoutAddress();
        };
    }

    private LookUp withoutAddress() {
        if (VatNumbers.isOfNoScheme(customer.vatNumber())) {
            String name = Typed.quoted(customer.name());
            return new Undecided(
                    LookUpReasons.vatNumberOfNoScheme("klant " + name, "customer " + name, customer.vatNumber()));
        }
        Why cause = FallbackReasons.nobodyToAsk(why());
        return FallbackReasons.decided(
                new FallbackDestination(customer, company, fileName, cause).ofUnknown(this, List.of()));
    }

    /** By this method, as the invoice itself has it. */
    LookUp by(SendingMethod method, Why why) {
        return switch (method) {
            case PEPPOL -> peppol(why);
            case EMAIL -> email(why);
            case PRINT -> decided(SendingMethod.PRINT, List.of(), why);
        };
    }

    private LookUp peppol(Why why) {
        if (customer.endpointRefusal().isPresent()) {
            return new Undecided(
                    LookUpReasons.endpointRefused(customer.endpointRefusal().get(), fileName));
        }
        Optional<OwnAddress> found = customer.own();
        if (found.isEmpty()) {
            return unknown(
                    "Voor Peppol heeft de factuur geen bruikbaar endpoint-id, registratienummer of btw-nummer.",
                    "The invoice has no usable endpoint id, legal registration or VAT number for Peppol.");
        }
        ElectronicAddress own = found.get().address();
        if (customer.isGovernment() && !own.isOin()) {
            String name = Typed.quoted(customer.name());
            return new Undecided(
                    LookUpReasons.governmentWithoutOin("klant " + name, "customer " + name, own, customer));
        }
        Decided decided = decided(
                SendingMethod.PEPPOL,
                List.of(own.receiver()),
                why.and(
                        "adres " + own + " van de factuur zelf (" + found.get().dutch() + ")",
                        "the invoice's own address " + own + " (" + found.get().english() + ")"));
        return new Decided(decided.destination(), AddressWarnings.ofInvoice(found.get()));
    }

    private LookUp email(Why why) {
        List<String> addresses = customer.emails().addresses();
        if (customer.emails() instanceof EmailReading.Refused || addresses.size() != 1) {
            return unknown(
                    "Voor e-mail heeft de factuur niet één geldig e-mailadres van de klant.",
                    "The invoice does not have one valid e-mail address of the customer.");
        }
        Decided decided = decided(
                SendingMethod.EMAIL,
                addresses,
                why.and(
                        "aan " + addresses.get(0) + " van de factuur zelf",
                        "to the invoice's own " + addresses.get(0)));
        return new Decided(decided.destination().with(company.mailing().attachments()));
    }

    private Why why() {
        String key = "company." + company.key() + ".default-method";
        return new Why("niet gevonden in " + fileName + ", dus " + key, "not found in " + fileName + ", so " + key);
    }

    private LookUp unknown(String whyDutch, String whyEnglish) {
        return new Undecided(LookUpReasons.unknown(customer, company, fileName, whyDutch, whyEnglish));
    }

    private Decided decided(SendingMethod method, List<String> addresses, Why why) {
        return new Decided(new Destination(
                method,
                addresses,
                DefaultMethods.language(customer.country()),
                "",
                customer.name(),
                "",
                why.dutch(),
                why.english()));
    }
}
