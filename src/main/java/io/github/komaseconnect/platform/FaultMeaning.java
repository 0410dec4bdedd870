package io.github.komaseconnect.platform;

import static io.github.komaseconnect.platform.Setback.blocked;
import static io.github.komaseconnect.platform.Setback.refused;
import static io.github.komaseconnect.platform.Setback.temporary;
import static io.github.komaseconnect.platform.Setback.uncertain;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.Reason;

/**
 * What eConnect's Faults mean for a company and its documents (eConnect, platform API: error codes). Codes that are not
 * known here prove nothing: a read is simply tried again, a sending is looked up first.
 */
final class FaultMeaning {
    private final Company company;

    FaultMeaning(Company company) {
        this.company = company;
    }

    Setback of(Operation operation, Fault fault) {
        Setback ofDocument = ofDocument(operation, fault);
        return switch (fault.module()) {
            case "IAU" -> blocked(keysRefused(fault));
            case "PRO" -> blocked(accountBlocked(fault));
            case "GRP" -> blocked(noPermission(fault));
            default -> ofDocument;
        };
    }

    private Setback ofDocument(Operation operation, Fault fault) {
        return switch (fault.code()) {
            case Fault.TOKEN_EXPIRED ->
                temporary(Reason.of(
                        "econnect.session",
                        "eConnect noemt een zojuist gemaakte sessie verlopen: " + fault.quoted() + ".",
                        "eConnect calls a session that was made just now expired: " + fault.quoted() + "."));
            case Fault.PDF_BEING_MADE ->
                operation == Operation.SEND_DOCUMENT
                        ? uncertain(operation, unknown(fault))
                        : temporary(Reason.of(
                                "econnect.pdf-being-made",
                                "eConnect is de PDF nog aan het maken.",
                                "eConnect is still making the PDF."));
            case "ERRIER8000006" -> refused(xmlNotValid(fault));
            case "ERRSND4000001" -> refused(notReachable(fault));
            case "ERRXSL4000001" -> refused(rulesBroken(fault));
            case "ERRCDO4000041" -> refused(defect(fault));
            default -> uncertain(operation, unknown(fault));
        };
    }

    private Reason keysRefused(Fault fault) {
        String key = "company." + company.key() + ".connection-key";
        String secret = "company." + company.key() + ".connection-secret";
        return Reason.of(
                        "econnect.keys-refused",
                        "eConnect weigert de koppelsleutels van " + company.name() + " (" + key + " en " + secret
                                + "): " + fault.quoted() + ".",
                        "eConnect refuses the connection keys of " + company.name() + " (" + key + " and " + secret
                                + "): " + fault.quoted() + ".")
                .advise(
                        "Zet bij " + key + " de App Key en bij " + secret
                                + " de Secret zoals eConnect ze nu toont. Wie bij"
                                + " eConnect nieuwe sleutels maakt, trekt de oude meteen in. Er gaat niets verloren: zodra"
                                + " de sleutels kloppen, gaat alles vanzelf verder.",
                        "Set " + key + " to the App Key and " + secret
                                + " to the Secret as eConnect shows them now. Making"
                                + " new keys at eConnect revokes the old ones at once. Nothing is lost: everything goes on"
                                + " by itself once the keys are right.");
    }

    private Reason accountBlocked(Fault fault) {
        String dutch;
        String english;
        switch (fault.code()) {
            case "ERRPRO1000002" -> {
                dutch = "er staan facturen van eConnect open";
                english = "invoices of eConnect are unpaid";
            }
            case "ERRPRO1000003" -> {
                dutch = "het saldo bij eConnect is negatief";
                english = "the balance at eConnect is negative";
            }
            case "ERRPRO1000004" -> {
                dutch = "eConnect ziet misbruik van het account";
                english = "eConnect sees misuse of the account";
            }
            default -> {
                dutch = "het account is niet bruikbaar";
                english = "the account cannot be used";
            }
        }
        return Reason.of(
                        "econnect.balance-blocked",
                        "eConnect heeft het account van " + company.name() + " geblokkeerd: " + dutch
                                + ". eConnect meldt: " + fault.quoted() + ".",
                        "eConnect has blocked the account of " + company.name() + ": " + english + ". eConnect says: "
                                + fault.quoted() + ".")
                .advise(
                        "Betaal de openstaande facturen of vul het saldo aan, of neem contact op met eConnect. Alles blijft"
                                + " klaarstaan en gaat vanzelf verder.",
                        "Pay what is open, top up the balance, or contact eConnect. Everything stays ready and goes on by"
                                + " itself.");
    }

    private Reason noPermission(Fault fault) {
        String key = "company." + company.key() + ".company-id";
        return Reason.of(
                        "econnect.no-permission",
                        "De koppelsleutels van " + company.name() + " mogen het Company ID " + company.companyId()
                                + " (" + key + ") niet gebruiken: " + fault.quoted() + ".",
                        "The connection keys of " + company.name() + " may not use the Company ID "
                                + company.companyId() + " (" + key + "): " + fault.quoted() + ".")
                .advise(
                        "Controleer of het Company ID klopt (let op hoofdletters) en bij hetzelfde eConnect-account hoort"
                                + " als de sleutels.",
                        "Check that the Company ID is right (mind the capitals) and belongs to the same eConnect account as"
                                + " the keys.");
    }

    private Reason xmlNotValid(Fault fault) {
        return Reason.of(
                        "econnect.xml",
                        "eConnect vindt de XML van de factuur niet geldig: " + fault.quoted() + ".",
                        "eConnect finds the XML of the invoice not valid: " + fault.quoted() + ".")
                .advise(
                        "Maak de factuur opnieuw aan in Komas en exporteer hem nog eens.",
                        "Make the invoice again in Komas and export it once more.");
    }

    private Reason notReachable(Fault fault) {
        return Reason.of(
                        "econnect.not-reachable",
                        "De klant is niet te bereiken via eConnect of Peppol: " + fault.quoted() + ".",
                        "The customer cannot be reached by eConnect or Peppol: " + fault.quoted() + ".")
                .advise(
                        "Controleer het KvK-nummer of OIN op de relatiekaart. Klopt het, vraag de klant dan naar zijn"
                                + " Peppol-adres, of kies bij de relatie een andere verzendmethode.",
                        "Check the CoC number or OIN on the relation card. If it is right, ask the customer for its Peppol"
                                + " address, or choose another sending method for the relation.");
    }

    private Reason rulesBroken(Fault fault) {
        return Reason.of(
                        "econnect.rules",
                        "De factuur voldoet niet aan de regels voor e-facturen. eConnect meldt: " + fault.quoted()
                                + ".",
                        "The invoice breaks the rules for e-invoices. eConnect says: " + fault.quoted() + ".")
                .advise(
                        "Verbeter in Komas wat de regels noemen en exporteer de factuur opnieuw.",
                        "Correct in Komas what the rules name and export the invoice again.");
    }

    private Reason defect(Fault fault) {
        return Reason.of(
                        "econnect.defect",
                        "eConnect begrijpt het bericht van dit programma niet: " + fault.quoted() + ".",
                        "eConnect does not understand the message of this program: " + fault.quoted() + ".")
                .advise(
                        "Dit is een fout in komas-econnect: meld hem met deze tekst en controleer of econnect.platform.url"
                                + " op /soap/v3.1 eindigt.",
                        "This is a defect of komas-econnect: report it with this text, and check that"
                                + " econnect.platform.url ends in /soap/v3.1.");
    }

    private Reason unknown(Fault fault) {
        String dutch = fault.quoted().isEmpty() ? "zonder uitleg" : fault.quoted();
        String english = fault.quoted().isEmpty() ? "without explanation" : fault.quoted();
        return Reason.of(
                "econnect.unknown-fault",
                "eConnect gaf een fout die dit programma niet kent: " + dutch + ".",
                "eConnect gave an error that this program does not know: " + english + ".");
    }
}
