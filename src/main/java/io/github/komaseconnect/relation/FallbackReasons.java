package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/** Why an invoice for a customer who is not on Peppol goes no other way, in words. */
final class FallbackReasons {
    private static final String ANOTHER_WAY_DUTCH =
            " Deze ene toch anders versturen kan met: komas-econnect reroute ID --by email of --by print.";
    private static final String ANOTHER_WAY_ENGLISH =
            " To send this one some other way all the same: komas-econnect reroute ID --by email or --by print.";

    private FallbackReasons() {}

    /** Of {@code auto}, where neither the relation file nor the invoice has any identifier. */
    static Why nobodyToAsk(Why why) {
        return why.and(
                "er is geen nummer bekend (KvK, OIN, btw of ander Peppol-id) waarmee de klant in Peppol kan staan",
                "no number is known (CoC, OIN, VAT or other Peppol id) under which the customer can be on Peppol");
    }

    /** What that leads to: the fallback, recorded as such, or nothing without a person. */
    static LookUp decided(Alternative alternative) {
        if (alternative instanceof Alternative.Not not) {
            return new LookUp.Undecided(not.reason());
        }
        Destination destination = ((Alternative.Instead) alternative).destination();
        String to = destination.addresses().isEmpty() ? "" : " (" + String.join(", ", destination.addresses()) + ")";
        return new LookUp.Decided(
                destination,
                List.of(),
                Optional.of(Reason.of(
                        "reach.fallback",
                        "Van deze klant is geen nummer bekend (KvK, OIN, btw of ander Peppol-id) waarmee hij in Peppol kan"
                                + " staan; de factuur gaat in plaats daarvan per "
                                + destination.method().word() + to + ".",
                        "No number of this customer is known (CoC, OIN, VAT or other Peppol id) under which it can be on"
                                + " Peppol; the invoice goes by "
                                + destination.method().word() + to + " instead.")));
    }

    static Reason none(Why cause, Company company) {
        String key = "company." + company.key() + ".fallback";
        return reason(
                "reach.not-registered",
                cause,
                "er is geen andere verzendmethode toegestaan (" + key + " en kolom uitwijk)",
                "no other sending method is allowed (" + key + " and column fallback)",
                "Controleer het KvK-nummer of OIN van de klant, of vraag hem naar zijn Peppol-adres. Mag hij de factuur"
                        + " anders krijgen: vul bij de relatie een uitwijk of een andere verzendmethode in, of zet "
                        + key + ", en geef daarna de opdracht retry." + ANOTHER_WAY_DUTCH,
                "Check the customer's CoC number or OIN, or ask for its Peppol address. If it may get the invoice some"
                        + " other way: enter a fallback or another sending method with the relation, or set " + key
                        + ", and then order a retry." + ANOTHER_WAY_ENGLISH);
    }

    static Reason government(Why cause) {
        return reason(
                "reach.government",
                cause,
                "een overheid krijgt haar facturen alleen via Peppol",
                "a government gets its invoices over Peppol only",
                "Vraag de overheid naar haar OIN en verbeter de relatie (NL:OIN: met het OIN van 20 cijfers)."
                        + ANOTHER_WAY_DUTCH,
                "Ask the government for its OIN and correct the relation (NL:OIN: and the OIN of 20 digits)."
                        + ANOTHER_WAY_ENGLISH);
    }

    static Reason strictCountry(Why cause, String country, Company company) {
        String key = "company." + company.key() + ".strict-countries";
        String whose =
                country.equals(company.fallback().country()) ? "company." + company.key() + ".country=" + country : key;
        return reason(
                "reach.strict-country",
                cause,
                "ontvangers in " + country + " moeten hun facturen via Peppol krijgen (" + whose + ")",
                "receivers in " + country + " must get their invoices over Peppol (" + whose + ")",
                "Vraag de klant naar zijn Peppol-adres, verbeter de relatie en geef de opdracht retry."
                        + ANOTHER_WAY_DUTCH,
                "Ask the customer for its Peppol address, correct the relation and order a retry."
                        + ANOTHER_WAY_ENGLISH);
    }

    static Reason noEmail(Why cause, Relation relation, String fileName) {
        return reason(
                "reach.no-email",
                cause,
                "de uitwijk is e-mail, maar " + RowTexts.dutch(relation, fileName)
                        + " heeft geen bruikbaar e-mailadres",
                "the fallback is e-mail, but " + RowTexts.english(relation, fileName) + " has no usable e-mail address",
                "Vul het e-mailadres in, of kies e-mail,post als uitwijk, en geef de opdracht retry.",
                "Enter the e-mail address, or choose e-mail,print as fallback, and order a retry.");
    }

    static Reason noEmailOnInvoice(Why cause, String fileName) {
        return reason(
                "reach.no-email",
                cause,
                "de uitwijk is e-mail, maar de klant staat niet in " + fileName
                        + " en de factuur heeft niet één geldig e-mailadres",
                "the fallback is e-mail, but the customer is not in " + fileName
                        + " and the invoice does not have one valid e-mail address",
                "Voeg de klant met zijn e-mailadres toe aan " + fileName + " en geef de opdracht retry.",
                "Add the customer and its e-mail address to " + fileName + " and order a retry.");
    }

    static Reason otherMethodNow(Why cause, String fileName) {
        return reason(
                "reach.other-method",
                cause,
                "volgens " + fileName + " krijgt deze klant zijn facturen nu niet (meer) via Peppol",
                "by " + fileName + " this customer does not (or no longer) get invoices over Peppol now",
                "Geef de opdracht retry: dan gaat de factuur zoals het relatiebestand nu zegt.",
                "Order a retry: the invoice then goes as the relation file says now.");
    }

    static Reason ambiguous(Why cause, String fileName) {
        return reason(
                "relation.ambiguous",
                cause,
                "er zijn meer regels van " + fileName + " gevonden, die niet op dezelfde manier uitwijken",
                "more than one line of " + fileName + " was found, and they do not fall back in the same way",
                "Laat één regel over en geef de opdracht retry.",
                "Leave one line and order a retry.");
    }

    /** A trouble of the relation, with what led to asking for it before it. */
    static Reason because(Why cause, Reason trouble) {
        return new Reason(
                trouble.code(),
                RowTexts.capital(cause.dutch()) + "; voor een andere verzendmethode: " + trouble.dutch(),
                RowTexts.capital(cause.english()) + "; for another sending method: " + trouble.english(),
                trouble.adviceDutch(),
                trouble.adviceEnglish());
    }

    private static Reason reason(
            String code, Why cause, String dutch, String english, String adviceDutch, String adviceEnglish) {
        return new Reason(
                code,
                RowTexts.capital(cause.dutch()) + ", en " + dutch + ".",
                RowTexts.capital(cause.english()) + ", and " + english + ".",
                adviceDutch,
                adviceEnglish);
    }
}
