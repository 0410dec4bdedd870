package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;

/** The reasons that have to do with receiving. */
final class PurchaseReasons {
    /** The code of {@link #refreshingAlready}. */
    static final String REFRESHING = "refresh.going-on";

    private PurchaseReasons() {}

    /** Whether eConnect may refuse one kind of call for this reason and allow another: a permission, not keys or balance. */
    static boolean onlyForOneKindOfCall(String reasonCode) {
        return reasonCode.equals("econnect.no-permission");
    }

    static Reason noSuchCompany(String company) {
        return Reason.of(
                "refresh.no-company",
                "Er is geen bedrijf " + company + " in bedrijf; kijk of company." + company
                        + ".* klopt en of het programma daarna opnieuw is gestart.",
                "No company " + company + " is running; see whether company." + company
                        + ".* is right and the program was restarted since.");
    }

    static Reason paused(Pause pause) {
        if (pause.who().equals(LedgerEvent.RUNTIME)) {
            return Reason.of(pause.reasonCode(), pause.dutch(), pause.english());
        }
        String company = pause.company();
        return Reason.of(
                "refresh.paused",
                "Het bedrijf " + company + " is gepauzeerd; hef dat op met: komas-econnect resume " + company + ".",
                "The company " + company + " is paused; end that with: komas-econnect resume " + company + ".");
    }

    static Reason refreshingAlready() {
        return Reason.of(REFRESHING, "Er wordt al ververst.", "A refresh is going on already.");
    }

    static Reason endlessList() {
        return Reason.of(
                "refresh.endless",
                "De lijst bij eConnect houdt niet op: dezelfde bladzijde komt steeds terug.",
                "The list at eConnect does not end: the same page keeps coming back.");
    }

    /** The reason in a reply that is not {@code Done}. */
    static Reason of(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refused.reason();
        }
        if (reply instanceof Reply.Blocked<?> blocked) {
            return blocked.reason();
        }
        return reply instanceof Reply.InDoubt<?> doubt ? doubt.reason() : ((Reply.Temporary<?>) reply).reason();
    }

    static Reason downloadedBefore() {
        return Reason.of(
                "purchase.downloaded-before",
                "Al door iemand opgehaald voordat komas-econnect voor het eerst draaide.",
                "Downloaded by somebody before komas-econnect ran for the first time.");
    }

    static Reason notAnInvoice(String rootElement) {
        return Reason.of(
                "purchase.not-an-invoice",
                "Dit document is een " + rootElement + ", geen factuur of creditnota, en hoort niet in de importmap.",
                "This document is a " + rootElement
                        + ", not an invoice or credit note, and does not belong in the import folder.");
    }

    static Reason sameContent(LedgerInvoice first) {
        return Reason.of(
                "purchase.same-content",
                "Dezelfde factuur is al ontvangen onder kenmerk " + first.externalId() + ".",
                "The same invoice was received before under id " + first.externalId() + ".");
    }

    static Reason sameNumber(LedgerInvoice invoice, LedgerInvoice first) {
        return new Reason(
                "purchase.same-number",
                "Factuur " + invoice.number() + " van " + invoice.party() + " is al eerder ontvangen ("
                        + first.externalId() + "), maar met een andere inhoud. Beide gaan naar de importmap.",
                "Invoice " + invoice.number() + " of " + invoice.party() + " was received before (" + first.externalId()
                        + "), but with other content. Both go to the import folder.",
                "Vergelijk ze en vraag de leverancier welke geldt.",
                "Compare them and ask the supplier which one counts.");
    }

    static Reason refreshFails(Reason cause) {
        return new Reason(
                "purchase.refresh-fails",
                "Inkoopfacturen ophalen bij eConnect lukt nu niet: " + cause.dutch(),
                "Fetching purchase invoices from eConnect fails now: " + cause.english(),
                "Het wordt volgens schema opnieuw geprobeerd; er gaat niets verloren.",
                "It is tried again on schedule; nothing is lost.");
    }

    /** The gateway that told of a document, which the company has left, refuses to give it. */
    static Reason formerGateway(Reason cause, Gateway former) {
        return new Reason(
                "purchase.former-gateway",
                "Dit document is gemeld via " + former.word() + " van eConnect, die het bedrijf nu niet meer gebruikt: "
                        + cause.dutch(),
                "This document was told of by eConnect's " + former.word()
                        + ", which the company does not use any more: " + cause.english(),
                "Zet de instellingen van " + former.word() + " terug en geef: komas-econnect retry ID.",
                "Put the settings of " + former.word() + " back and run: komas-econnect retry ID.");
    }

    /** The list of the gateway that the company has left, where something may still arrive. */
    static Reason formerListFails(Company company, Reason cause) {
        String setting = "company." + company.key() + ".company-id";
        return new Reason(
                "purchase.former-list-fails",
                "De lijst van de vorige weg naar eConnect (platform) kan niet worden gelezen: " + cause.dutch(),
                "The list of the former way to eConnect (platform) cannot be read: " + cause.english(),
                "Komt daar niets meer binnen, haal dan " + setting
                        + " en de koppelsleutels weg; tot dan wordt het vanzelf opnieuw geprobeerd.",
                "If nothing arrives there any more, remove " + setting
                        + " and the connection keys; until then it is tried again by itself.");
    }

    static Reason keepsFailing(Reason cause) {
        return new Reason(
                "purchase.keeps-failing",
                "Bij het ontvangen van inkoopfacturen lukt een stap steeds niet: " + cause.dutch(),
                "When receiving purchase invoices a step keeps failing: " + cause.english(),
                "Het wordt vanzelf opnieuw geprobeerd; andere facturen wachten er niet op. Blijft dit zo, meld de kenmerken dan"
                        + " bij eConnect.",
                "It is tried again by itself; other invoices do not wait for it. If this goes on, report the ids to eConnect.");
    }

    /** The document came, and it is an invoice of sorts, but not one that can be processed. */
    static Reason unusable(String externalId, String archived, Reason cause) {
        return new Reason(
                "purchase.unusable",
                "Het ontvangen document " + externalId + " is niet bruikbaar als factuur: " + cause.dutch(),
                "The received document " + externalId + " is of no use as an invoice: " + cause.english(),
                "Het staat niet in de importmap. U vindt het bij eConnect en in het archief (" + archived
                        + "). Boek de factuur met de hand, of vraag de leverancier om een nieuwe.",
                "It is not in the import folder. You find it at eConnect and in the archive (" + archived
                        + "). Book the invoice by hand, or ask the supplier for a new one.");
    }

    static Reason importFolder(String folder, String fault) {
        return new Reason(
                "folder.import",
                "De importmap " + folder + " kan niet gebruikt worden: " + fault,
                "The import folder " + folder + " cannot be used: " + fault,
                "Herstel de map of de rechten; daarna gaat het vanzelf verder. Tot dan wordt er niets als ontvangen gemeld.",
                "Restore the folder or the permissions; it then goes on by itself. Until then nothing is reported as received.");
    }

    /** The folder itself can be used, but a file cannot be written: a full disk, a quota, a lock. */
    static Reason importFile(String folder, String fault) {
        return new Reason(
                "import.write",
                "In de importmap " + folder + " kan een factuur niet worden weggeschreven: " + fault,
                "An invoice cannot be written into the import folder " + folder + ": " + fault,
                "Kijk of de schijf vol is en of een ander programma de bestanden vasthoudt; daarna gaat het vanzelf verder. Tot"
                        + " dan wordt er niets als ontvangen gemeld.",
                "See whether the disk is full and whether another program locks the files; it then goes on by itself. Until"
                        + " then nothing is reported as received.");
    }

    static Reason withoutPdf(Reason cause) {
        return Reason.of(
                "purchase.without-pdf",
                "De XML is zonder PDF in de importmap gezet: " + cause.dutch(),
                "The XML went into the import folder without a PDF: " + cause.english());
    }

    static Reason noPdfAtEConnect() {
        return Reason.of(
                "purchase.not-a-pdf",
                "Wat eConnect als PDF gaf, is geen PDF.",
                "What eConnect gave as PDF is not one.");
    }

    static Reason pdfTakesTooLong() {
        return Reason.of(
                "purchase.pdf-too-late",
                "eConnect had de PDF na de wachttijd (receive.pdf-wait) nog niet klaar.",
                "eConnect did not have the PDF ready within the waiting time (receive.pdf-wait).");
    }
}
