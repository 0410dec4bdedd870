package io.github.komaseconnect.purchase;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;

/** The reasons that have to do with receiving. */
final class PurchaseReasons {
    private PurchaseReasons() {}

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
                        + first.externalId() + "), maar met een andere inhoud. Beide staan in de importmap.",
                "Invoice " + invoice.number() + " of " + invoice.party() + " was received before (" + first.externalId()
                        + "), but with other content. Both are in the import folder.",
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

    static Reason keepsFailing(String externalId, Reason cause) {
        return new Reason(
                "purchase.keeps-failing",
                "Document " + externalId + " kan nog niet worden opgehaald: " + cause.dutch(),
                "Document " + externalId + " cannot be fetched yet: " + cause.english(),
                "Het wordt vanzelf opnieuw geprobeerd. Blijft dit zo, meld het kenmerk dan bij eConnect.",
                "It is tried again by itself. If this goes on, report the id to eConnect.");
    }

    static Reason importFolder(String folder, String fault) {
        return new Reason(
                "folder.import",
                "De importmap " + folder + " kan niet gebruikt worden: " + fault,
                "The import folder " + folder + " cannot be used: " + fault,
                "Herstel de map of de rechten; daarna gaat het vanzelf verder. Tot dan wordt er niets als ontvangen gemeld.",
                "Restore the folder or the permissions; it then goes on by itself. Until then nothing is reported as received.");
    }

    static Reason withoutPdf() {
        return Reason.of(
                "purchase.without-pdf",
                "eConnect kon geen PDF leveren; de XML is alleen in de importmap gezet.",
                "eConnect could not supply a PDF; the XML went into the import folder alone.");
    }
}
