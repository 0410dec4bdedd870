package io.github.komaseconnect.relation;

import java.util.Set;

/** The columns of a relation file that mean something, with the header names that people give them. */
enum Column {
    NUMBER(
            "relatienummer",
            "relation number",
            Set.of("relatienummer", "relation"),
            Set.of(
                    "relatie",
                    "relationnumber",
                    "relationno",
                    "relationnr",
                    "relatienr",
                    "relnr",
                    "debiteurnummer",
                    "debiteurnr",
                    "debiteur",
                    "debiteurennummer",
                    "klantnummer",
                    "klantnr",
                    "customernumber",
                    "customerno",
                    "debtornumber")),
    NAME(
            "naam",
            "name",
            Set.of("naam", "name"),
            Set.of("bedrijfsnaam", "relatienaam", "klantnaam", "companyname", "relationname", "customername")),
    METHOD(
            "verzendmethode",
            "sending method",
            Set.of("verzendmethode", "sendingmethod"),
            Set.of(
                    "gewensteverzendmethode",
                    "verzendwijze",
                    "verzendmethodefactuur",
                    "methode",
                    "sendmethod",
                    "deliverymethod",
                    "method",
                    "preferredsendingmethod")),
    COC(
            "kvk-nummer",
            "coc number",
            Set.of("kvknummer", "cocnumber"),
            Set.of(
                    "kvk",
                    "coc",
                    "kvknr",
                    "cocno",
                    "cocnr",
                    "kvknummeroin",
                    "kvkoin",
                    "kamervankoophandel",
                    "chamberofcommerce",
                    "chamberofcommercenumber",
                    "kamervankoophandelnummer")),
    VAT(
            "btw-nummer",
            "vat number",
            Set.of("btwnummer", "vatnumber"),
            Set.of("btw", "vat", "btwnr", "vatno", "vatnr", "btwid", "vatid", "btwidentificatienummer")),
    EMAIL(
            "e-mail",
            "e-mail",
            Set.of("email"),
            Set.of(
                    "emailadres",
                    "emailadressen",
                    "emailaddress",
                    "emailaddresses",
                    "mail",
                    "mailadres",
                    "emails",
                    "emailfactuur",
                    "emailfacturen",
                    "factuuremail",
                    "invoiceemail")),
    COUNTRY("land", "country", Set.of("land", "country"), Set.of("landcode", "countrycode")),
    LANGUAGE("taal", "language", Set.of("taal", "language"), Set.of("taalcode", "languagecode")),
    GOVERNMENT("overheid", "government", Set.of("overheid", "government"), Set.of("isoverheid", "isgovernment")),
    FALLBACK(
            "uitwijk",
            "fallback",
            Set.of("uitwijk", "fallback"),
            Set.of(
                    "uitwijkmethode",
                    "uitwijkverzendmethode",
                    "fallbackmethod",
                    "alternatief",
                    "alternatieveverzendmethode",
                    "alternative",
                    "alternativemethod",
                    "andersper",
                    "indiennietbereikbaar")),
    COPIES(
            "exemplaren",
            "copies",
            Set.of("exemplaren", "copies"),
            Set.of("aantalexemplaren", "aantalafdrukken", "afdrukken", "numberofcopies")),
    DUPLEX(
            "dubbelzijdig",
            "duplex",
            Set.of("dubbelzijdig", "duplex"),
            Set.of("tweezijdig", "dubbelzijdigprinten", "doublesided", "twosided")),
    TRAY("lade", "tray", Set.of("lade", "tray"), Set.of("papierlade", "printerlade", "papertray", "papiersoort")),
    COLOUR(
            "kleur",
            "colour",
            Set.of("kleur", "colour"),
            Set.of("color", "inkleur", "kleurenprint", "printincolour", "printincolor")),
    ATTACHMENTS(
            "bijlage",
            "attachments",
            Set.of("bijlage", "attachments"),
            Set.of("bijlagen", "attachment", "mailbijlage", "emailbijlage", "bijlageemail", "mailattachments"));

    private final String dutch;
    private final String english;
    private final Set<String> names;
    private final Set<String> habits;

    Column(String dutch, String english, Set<String> names, Set<String> habits) {
        this.dutch = dutch;
        this.english = english;
        this.names = names;
        this.habits = habits;
    }

    String dutch() {
        return dutch;
    }

    String english() {
        return english;
    }

    /** Whether this {@link Typed#word} is the documented name of the column, in Dutch or English. */
    boolean isNamed(String headerWord) {
        return names.contains(headerWord);
    }

    /** Whether people write this for the column; counts only where the documented name is absent. */
    boolean isMeantBy(String headerWord) {
        return habits.contains(headerWord);
    }
}
