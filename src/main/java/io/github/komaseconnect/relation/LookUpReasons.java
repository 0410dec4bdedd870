package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why an invoice's way to its customer cannot be decided without a person, in words. */
final class LookUpReasons {
    private static final String AGAIN_DUTCH = " en bied de factuur opnieuw aan.";
    private static final String AGAIN_ENGLISH = " and offer the invoice again.";

    private LookUpReasons() {}

    /** No relation found, and the default method cannot decide. */
    static Reason unknown(
            CustomerIdentity customer, Company company, String fileName, String whyDutch, String whyEnglish) {
        return new Reason(
                "relation.unknown",
                "Klant " + customer(customer, "zonder naam", "geen enkel nummer", CustomerIdentity.Named::dutch)
                        + " staat niet in " + fileName + ". " + whyDutch,
                "Customer "
                        + customer(customer, "without a name", "no identifier at all", CustomerIdentity.Named::english)
                        + " is not in " + fileName + ". " + whyEnglish,
                "Voeg de klant toe aan " + fileName + " (of stel company." + company.key() + ".default-method in)"
                        + AGAIN_DUTCH,
                "Add the customer to " + fileName + " (or set company." + company.key() + ".default-method)"
                        + AGAIN_ENGLISH);
    }

    private static String customer(
            CustomerIdentity customer, String noName, String nothing, Function<CustomerIdentity.Named, String> name) {
        String tried = customer.typed().stream()
                .map(id -> name.apply(id) + " " + Typed.quoted(id.value()))
                .collect(Collectors.joining(", "));
        return (customer.name().isEmpty() ? noName : Typed.quoted(customer.name())) + " ("
                + (tried.isEmpty() ? nothing : tried) + ")";
    }

    static Reason ambiguous(RelationMatch match, List<Relation> candidates, String fileName) {
        return new Reason(
                "relation.ambiguous",
                "Op " + match.dutch() + " zijn meer regels van " + fileName
                        + " gevonden, die niet op dezelfde manier verzonden worden: " + candidates(candidates, "regel ")
                        + ".",
                "By " + match.english() + " more than one line of " + fileName
                        + " was found, and they are not sent in the same way: " + candidates(candidates, "line ") + ".",
                "Laat één regel over of maak verzendmethode en adres gelijk," + AGAIN_DUTCH,
                "Leave one line or give them the same sending method and address" + AGAIN_ENGLISH);
    }

    private static String candidates(List<Relation> candidates, String line) {
        return candidates.stream()
                .map(relation -> line + relation.line() + " (" + relation.label() + ")")
                .collect(Collectors.joining(", "));
    }

    static Reason noMethod(Relation relation, Company company, String fileName) {
        return new Reason(
                "relation.method-empty",
                RowTexts.capital(RowTexts.dutch(relation, fileName)) + " heeft geen verzendmethode, en company."
                        + company.key() + ".default-method is hold.",
                RowTexts.capital(RowTexts.english(relation, fileName)) + " has no sending method, and company."
                        + company.key() + ".default-method is hold.",
                "Vul elektronisch, e-mail of post in" + AGAIN_DUTCH,
                "Enter peppol, e-mail or print" + AGAIN_ENGLISH);
    }

    static Reason addressMissing(Relation relation, String fileName) {
        return new Reason(
                "relation.address-missing",
                RowTexts.capital(RowTexts.dutch(relation, fileName))
                        + " heeft verzendmethode Peppol maar geen KvK-nummer of OIN, en ook op de factuur staat geen bruikbaar endpoint-id, registratienummer of btw-nummer.",
                RowTexts.capital(RowTexts.english(relation, fileName))
                        + " has sending method Peppol but no CoC number or OIN, and the invoice has no usable endpoint id, legal registration or VAT number either.",
                "Vul het KvK-nummer in, of bij een overheid NL:OIN: met het OIN," + AGAIN_DUTCH,
                "Enter the CoC number, or for a government NL:OIN: and the OIN," + AGAIN_ENGLISH);
    }

    /** The invoice itself says where it goes, and that cannot be; another of its numbers may be another party's. */
    static Reason endpointRefused(Reason refusal, String fileName) {
        return new Reason(
                refusal.code(),
                "Het endpoint-id van de klant op de factuur kan niet gebruikt worden: " + refusal.dutch()
                        + " Naar een ander nummer van de factuur gaat zij daarom ook niet.",
                "The customer's endpoint id on the invoice cannot be used: " + refusal.english()
                        + " So it does not go to another number of the invoice either.",
                refusal.adviceDutch() + " Verbeter het op de relatiekaart in Komas, of vul het goede nummer in het"
                        + " KvK-veld van " + fileName + " in," + AGAIN_DUTCH,
                refusal.adviceEnglish() + " Correct it on the relation card in Komas, or enter the right number in the"
                        + " CoC field of " + fileName + "," + AGAIN_ENGLISH);
    }

    static Reason addressOfAnother(Relation relation, ElectronicAddress own, List<Relation> owners, String fileName) {
        return new Reason(
                "relation.address-of-another",
                RowTexts.capital(RowTexts.dutch(relation, fileName)) + " heeft geen KvK-nummer of OIN, en het adres "
                        + own + " op de factuur is dat van een andere relatie: " + candidates(owners, "regel ") + ".",
                RowTexts.capital(RowTexts.english(relation, fileName)) + " has no CoC number or OIN, and the address "
                        + own + " on the invoice is that of another relation: " + candidates(owners, "line ") + ".",
                "Vul bij de goede relatie het KvK-nummer in" + AGAIN_DUTCH,
                "Enter the CoC number with the right relation" + AGAIN_ENGLISH);
    }

    static Reason vatNumberOfAnother(Relation relation, List<Relation> owners, String fileName) {
        List<Relation> others =
                owners.stream().filter(owner -> owner != relation).toList();
        return new Reason(
                "relation.address-of-another",
                RowTexts.capital(RowTexts.dutch(relation, fileName)) + " heeft geen KvK-nummer of OIN, en btw-nummer "
                        + relation.vatNumber() + " is ook dat van een andere relatie: " + candidates(others, "regel ")
                        + ". Wie er op dat nummer in Peppol staat, is dus niet zeker.",
                RowTexts.capital(RowTexts.english(relation, fileName)) + " has no CoC number or OIN, and VAT number "
                        + relation.vatNumber() + " is that of another relation, too: " + candidates(others, "line ")
                        + ". So it is not certain who is on Peppol under that number.",
                "Vul bij deze relatie het KvK-nummer in" + AGAIN_DUTCH,
                "Enter the CoC number with this relation" + AGAIN_ENGLISH);
    }

    /** Of {@code auto}: there is a number, but not one by which eConnect can be asked. */
    static Reason vatNumberOfNoScheme(String dutch, String english, String vatNumber) {
        return new Reason(
                "relation.vat-scheme",
                RowTexts.capital(dutch) + " heeft verzendmethode auto en alleen btw-nummer " + Typed.quoted(vatNumber)
                        + ". Met dat nummer is niet na te vragen of de klant in Peppol staat: het klopt niet, of zijn land"
                        + " gebruikt daar een ander nummer.",
                RowTexts.capital(english) + " has sending method auto and only VAT number " + Typed.quoted(vatNumber)
                        + ". By that number it cannot be asked whether the customer is on Peppol: it is not right, or its"
                        + " country uses another number there.",
                "Vul in het KvK-veld het Peppol-adres van de klant in (vraag het hem), of kies e-mail of post als"
                        + " verzendmethode," + AGAIN_DUTCH,
                "Enter the customer's Peppol address in the CoC field (ask for it), or choose e-mail or print as sending"
                        + " method," + AGAIN_ENGLISH);
    }

    static Reason byEmailOnly(Relation relation, RelationMatch match, String fileName) {
        return new Reason(
                "relation.email-match",
                RowTexts.capital(RowTexts.dutch(relation, fileName)) + " is alleen op " + match.dutch()
                        + " gevonden; dat is te onzeker om over Peppol te verzenden.",
                RowTexts.capital(RowTexts.english(relation, fileName)) + " was found by " + match.english()
                        + " only; that is too uncertain for sending over Peppol.",
                "Zorg dat het relatienummer, KvK-nummer of btw-nummer van de klant op de factuur en in " + fileName
                        + " hetzelfde is" + AGAIN_DUTCH,
                "See to it that the customer's relation number, CoC number or VAT number is the same on the invoice and in "
                        + fileName + AGAIN_ENGLISH);
    }

    static Reason emailMissing(Relation relation, String fileName) {
        return new Reason(
                "relation.email-missing",
                RowTexts.capital(RowTexts.dutch(relation, fileName))
                        + " heeft verzendmethode e-mail maar geen e-mailadres.",
                RowTexts.capital(RowTexts.english(relation, fileName))
                        + " has sending method e-mail but no e-mail address.",
                "Vul het e-mailadres in" + AGAIN_DUTCH,
                "Enter the e-mail address" + AGAIN_ENGLISH);
    }

    /** A government receives on its OIN only. */
    static Reason governmentWithoutOin(
            String whoDutch, String whoEnglish, ElectronicAddress address, CustomerIdentity customer) {
        String known = customer.statedIn(ElectronicAddress.OIN).stream()
                .findFirst()
                .map(oin -> " (NL:OIN:" + oin.value() + ")")
                .orElse("");
        return new Reason(
                "relation.government-without-oin",
                RowTexts.capital(whoDutch) + " is een overheid, maar het adres " + address
                        + " is geen OIN; overheden ontvangen op hun OIN.",
                RowTexts.capital(whoEnglish) + " is a government, but the address " + address
                        + " is not an OIN; governments receive on their OIN.",
                "Vul in het KvK-veld NL:OIN: met het OIN van 20 cijfers in" + known + AGAIN_DUTCH,
                "Enter NL:OIN: and the OIN of 20 digits" + known + " in the CoC field" + AGAIN_ENGLISH);
    }
}
