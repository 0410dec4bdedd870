package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/** Why an identifier is refused, in words; every text quotes what was typed. */
final class IdentifierRefusals {
    private static final String FIELD_DUTCH =
            "Vul een KvK-nummer (8 cijfers) in, of NL:OIN: met een OIN (20 cijfers), of een schema met een nummer zoals 0208:… of 9944:….";
    private static final String FIELD_ENGLISH =
            "Enter a CoC number (8 digits), or NL:OIN: with an OIN (20 digits), or a scheme with a number such as 0208:… or 9944:….";

    private IdentifierRefusals() {}

    static Reason empty() {
        return new Reason(
                "identifier.empty",
                "Er is geen nummer ingevuld.",
                "No number has been entered.",
                FIELD_DUTCH,
                FIELD_ENGLISH);
    }

    static Reason scientific(String typed) {
        return new Reason(
                "identifier.scientific",
                Typed.quoted(typed)
                        + " is een getal dat Excel heeft afgerond; de cijfers van het nummer zijn daarin verloren gegaan.",
                Typed.quoted(typed)
                        + " is a number that Excel has rounded; the digits of the original number are lost in it.",
                "Maak de kolom in Excel eerst op als Tekst en typ het nummer dan opnieuw, bij een OIN met NL:OIN: ervoor.",
                "Format the column as Text in Excel first and then type the number again, an OIN with NL:OIN: before it.");
    }

    /** A guess: named, not made. */
    static Reason lostZeros(String typed, String ruleDutch, String ruleEnglish, String probable) {
        return new Reason(
                "identifier.leading-zero",
                Typed.quoted(typed) + " is te kort: " + ruleDutch
                        + ". Waarschijnlijk zijn nullen vooraan weggevallen (Excel doet dat).",
                Typed.quoted(typed) + " is too short: " + ruleEnglish
                        + ". Leading zeros have probably been lost (Excel does that).",
                "Waarschijnlijk bedoeld: " + probable
                        + ". Controleer het en vul het zo in, in een kolom met de opmaak Tekst.",
                "Probably meant: " + probable + ". Check it and enter it like that, in a column formatted as Text.");
    }

    static Reason probably(String typed, String ruleDutch, String ruleEnglish, String probable) {
        return new Reason(
                "identifier.format",
                Typed.quoted(typed) + " kan niet: " + ruleDutch + ".",
                Typed.quoted(typed) + " is not possible: " + ruleEnglish + ".",
                "Waarschijnlijk bedoeld: " + probable + ". Controleer het en vul het zo in.",
                "Probably meant: " + probable + ". Check it and enter it like that.");
    }

    static Reason branchNumber(String typed) {
        return new Reason(
                "identifier.branch-number",
                Typed.quoted(typed) + " heeft 12 cijfers: dat is een vestigingsnummer, geen KvK-nummer.",
                Typed.quoted(typed) + " has 12 digits: that is a branch number (vestigingsnummer), not a CoC number.",
                "Vul het KvK-nummer van 8 cijfers in; het staat op hetzelfde uittreksel.",
                "Enter the CoC number of 8 digits; it is on the same extract of the trade register.");
    }

    static Reason oinOrGln(String typed, String probableOin, Optional<String> gln) {
        return new Reason(
                "identifier.leading-zero",
                Typed.quoted(typed)
                        + " is waarschijnlijk een OIN waarvan de nullen vooraan zijn weggevallen (Excel doet dat).",
                Typed.quoted(typed) + " is probably an OIN that has lost its leading zeros (Excel does that).",
                "Waarschijnlijk bedoeld: NL:OIN:" + probableOin
                        + gln.map(g -> ", of als het een GLN is: 0088:" + g).orElse("")
                        + ". Controleer het en vul het zo in.",
                "Probably meant: NL:OIN:" + probableOin
                        + gln.map(g -> ", or if it is a GLN: 0088:" + g).orElse("")
                        + ". Check it and enter it like that.");
    }

    static Reason checkDigits(String typed, String whatDutch, String whatEnglish) {
        return new Reason(
                "identifier.check-digit",
                Typed.quoted(typed) + " is geen bestaand " + whatDutch
                        + ": de controlecijfers aan het eind kloppen niet.",
                Typed.quoted(typed) + " is not an existing " + whatEnglish + ": the check digits at its end are wrong.",
                "Waarschijnlijk is een cijfer verkeerd getypt; vergelijk het met een brief of factuur van de relatie.",
                "A digit has probably been mistyped; compare it with a letter or invoice of the relation.");
    }

    static Reason format(String typed, String ruleDutch, String ruleEnglish) {
        return new Reason(
                "identifier.format",
                Typed.quoted(typed) + " kan niet: " + ruleDutch + ".",
                Typed.quoted(typed) + " is not possible: " + ruleEnglish + ".",
                "Verbeter het nummer.",
                "Correct the number.");
    }

    static Reason removedScheme(String typed, String scheme, Optional<String> successor) {
        String dutch = successor
                .map(code -> "Gebruik " + code + nameOf(code, " (of NL:OIN:)") + " in plaats van " + scheme + ".")
                .orElse("Vraag de relatie naar haar Peppol-adres.");
        String english = successor
                .map(code -> "Use " + code + nameOf(code, " (or NL:OIN:)") + " instead of " + scheme + ".")
                .orElse("Ask the relation for its Peppol address.");
        return new Reason(
                "identifier.removed-scheme",
                Typed.quoted(typed) + " kan niet: schema " + scheme + " is uit de Peppol-lijst verwijderd.",
                Typed.quoted(typed) + " is not possible: scheme " + scheme + " has been removed from the Peppol list.",
                dutch,
                english);
    }

    private static String nameOf(String scheme, String ofOin) {
        return scheme.equals(ElectronicAddress.OIN) ? ofOin : "";
    }

    static Reason unknownScheme(String typed, String scheme, Optional<String> probable) {
        return new Reason(
                "identifier.unknown-scheme",
                Typed.quoted(typed) + " kan niet: " + scheme + " is geen bekend schema.",
                Typed.quoted(typed) + " is not possible: " + scheme + " is not a known scheme.",
                probable.map(p -> "Waarschijnlijk bedoeld: " + p + ". Controleer het en vul het zo in.")
                        .orElse(FIELD_DUTCH),
                probable.map(p -> "Probably meant: " + p + ". Check it and enter it like that.")
                        .orElse(FIELD_ENGLISH));
    }

    static Reason twoSchemes(String typed) {
        return new Reason(
                "identifier.two-schemes",
                Typed.quoted(typed) + " kan niet: er staan twee verschillende schema's in.",
                Typed.quoted(typed) + " is not possible: it names two different schemes.",
                "Laat er één staan.",
                "Leave only one of them.");
    }

    static Reason foreignNumber(String typed, String country) {
        return new Reason(
                "identifier.foreign-number",
                Typed.quoted(typed) + " is een los nummer van een relatie met land " + Typed.quoted(country)
                        + "; daaruit blijkt niet in welk register het staat.",
                Typed.quoted(typed) + " is a bare number of a relation with country " + Typed.quoted(country)
                        + "; that does not show which register it belongs to.",
                "Zet het schema ervoor, bijvoorbeeld 0208: voor een Belgisch ondernemingsnummer of NL:KVK: voor een Nederlands KvK-nummer, of verbeter het land.",
                "Put the scheme before it, for example 0208: for a Belgian enterprise number or NL:KVK: for a Dutch CoC number, or correct the country.");
    }

    static Reason companyId(String typed, String probable) {
        return new Reason(
                "identifier.format",
                Typed.quoted(typed) + " kan niet: een Company ID van eConnect bestaat uit hoofdletters en cijfers.",
                Typed.quoted(typed) + " is not possible: an eConnect Company ID has capitals and digits only.",
                "Waarschijnlijk bedoeld: " + probable + ". Controleer het en vul het zo in.",
                "Probably meant: " + probable + ". Check it and enter it like that.");
    }

    static Reason unknown(String typed) {
        return new Reason(
                "identifier.unknown",
                Typed.quoted(typed) + " is niet te herkennen als KvK-nummer, OIN, btw-nummer of ander Peppol-adres.",
                Typed.quoted(typed) + " cannot be recognised as a CoC number, OIN, VAT number or other Peppol address.",
                FIELD_DUTCH,
                FIELD_ENGLISH);
    }
}
