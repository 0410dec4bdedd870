package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;

/** The reasons that have to do with a hook mailbox. */
final class MailReasons {
    private static final int LONGEST = 120;

    private MailReasons() {}

    private static String named(ReceivedMail mail) {
        return "\"" + OneLine.of(mail.subject(), LONGEST) + "\" (" + OneLine.of(mail.sender(), LONGEST) + ")";
    }

    static Reason otherSender(ReceivedMail mail, String wanted) {
        return new Reason(
                "hook.mail-sender",
                "De mail " + named(mail) + " komt niet van " + wanted + " en is niet verwerkt.",
                "The mail " + named(mail) + " is not from " + wanted + " and was not processed.",
                "Is het een factuur, boek die dan met de hand. Mailt eConnect van een ander adres, zet dat dan bij"
                        + " hook-mailbox-sender.",
                "If it is an invoice, book it by hand. If eConnect mails from another address, set hook-mailbox-sender to"
                        + " it.");
    }

    static Reason nothing(ReceivedMail mail) {
        return new Reason(
                "hook.mail-nothing",
                "In de mail " + named(mail) + " zit geen UBL-factuur.",
                "There is no UBL invoice in the mail " + named(mail) + ".",
                "Lees de mail zelf; hij is niet veranderd. Hoort er een factuur bij, laat eConnect die dan meesturen.",
                "Read the mail yourself; it was not changed. If an invoice belongs to it, have eConnect attach it.");
    }

    static Reason notAll(ReceivedMail mail, int taken, Reason why) {
        return new Reason(
                "hook.mail-not-usable",
                "Een bijlage van de mail " + named(mail) + " is niet te gebruiken: " + why.dutch() + " (" + taken
                        + " andere verwerkt)",
                "An attachment of the mail " + named(mail) + " cannot be used: " + why.english() + " (" + taken
                        + " others processed)",
                "Lees de mail zelf en boek wat ontbreekt met de hand, of vraag de leverancier om een nieuwe.",
                "Read the mail yourself and book by hand what is missing, or ask the supplier for a new one.");
    }

    static Reason notReadable(String subject, String fault) {
        return new Reason(
                "hook.mail-not-readable",
                "De mail \"" + OneLine.of(subject, LONGEST) + "\" is niet te lezen: " + OneLine.of(fault, LONGEST)
                        + ".",
                "The mail \"" + OneLine.of(subject, LONGEST) + "\" cannot be read: " + OneLine.of(fault, LONGEST) + ".",
                "Lees hem zelf; hij is niet veranderd. Andere mails wachten er niet op.",
                "Read it yourself; it was not changed. Other mails do not wait for it.");
    }

    static Reason mailbox(HookMailbox mailbox, String fault) {
        return new Reason(
                "hook.mailbox",
                "De hookmailbox " + mailbox.place() + " is niet te lezen: " + OneLine.of(fault, 300) + ".",
                "The hook mailbox " + mailbox.place() + " cannot be read: " + OneLine.of(fault, 300) + ".",
                "Controleer adres, gebruikersnaam en wachtwoord (hook-mailbox-password, of mail.oauth2). Het wordt steeds opnieuw geprobeerd;"
                        + " de mails blijven staan.",
                "Check address, user name and password (hook-mailbox-password, or mail.oauth2). It is tried again and again; the mails stay"
                        + " where they are.");
    }
}
