package io.github.komaseconnect.mail;

import io.github.komaseconnect.reason.Reason;
import java.util.Locale;

/** What a mail server or the way to it did to a message, in words for a bookkeeper. */
final class ServerReasons {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private ServerReasons() {}

    static Reason notConfigured() {
        return Reason.of(
                        "mail.not-configured",
                        "Er is geen mailserver ingesteld (mail.smtp.host).",
                        "No mail server is configured (mail.smtp.host).")
                .advise(
                        "Vul de mail.smtp-instellingen in application.properties in; het verzenden gaat dan verder.",
                        "Fill in the mail.smtp settings in application.properties; sending then goes on.");
    }

    static Reason unknownHost(String server) {
        return Reason.of(
                        "mail.server-unknown",
                        "De mailserver " + server + " is niet te vinden (onbekende naam).",
                        "The mail server " + server + " cannot be found (unknown name).")
                .advise(
                        "Controleer mail.smtp.host en de internetverbinding; er wordt vanzelf opnieuw geprobeerd.",
                        "Check mail.smtp.host and the internet connection; it is tried again by itself.");
    }

    static Reason unreachable(String server, String detail) {
        return Reason.of(
                        "mail.server-unreachable",
                        "De mailserver " + server + " neemt de verbinding niet aan (" + detail
                                + "). De mail is niet verzonden.",
                        "The mail server " + server + " does not accept the connection (" + detail
                                + "). The mail was not sent.")
                .advise(
                        "Er wordt vanzelf opnieuw geprobeerd. Blijft het, controleer dan mail.smtp.host en mail.smtp.port.",
                        "It is tried again by itself. If it persists, check mail.smtp.host and mail.smtp.port.");
    }

    static Reason tlsFailed(String server, String detail) {
        return Reason.of(
                        "mail.tls-failed",
                        "Met mailserver " + server + " komt geen veilige verbinding tot stand (" + detail
                                + "). De mail is niet verzonden.",
                        "No secure connection to mail server " + server + " can be made (" + detail
                                + "). The mail was not sent.")
                .advise(
                        "Controleer of mail.smtp.host de naam op het certificaat is, en of dat certificaat geldig is;"
                                + " er wordt vanzelf opnieuw geprobeerd.",
                        "Check that mail.smtp.host is the name on the certificate, and that the certificate is valid;"
                                + " it is tried again by itself.");
    }

    static Reason tlsNotOffered(String server) {
        return Reason.of(
                        "mail.tls-not-offered",
                        "Mailserver " + server + " biedt geen STARTTLS aan; zonder beveiliging wordt er niet gemaild.",
                        "Mail server " + server + " does not offer STARTTLS; no mail goes out unprotected.")
                .advise(
                        "Zet mail.smtp.security op tls (poort 465), of op none voor een server in het eigen netwerk.",
                        "Set mail.smtp.security to tls (port 465), or to none for a server in your own network.");
    }

    static Reason logInRefused(String server, ServerAnswer answer) {
        return Reason.of(
                        "mail.login-refused",
                        "Mailserver " + server + " weigert de aanmelding: \"" + answer.words()
                                + "\". De mail is niet verzonden.",
                        "Mail server " + server + " refuses the log-in: \"" + answer.words()
                                + "\". The mail was not sent.")
                .advise(LogInAdvice.dutch(answer), LogInAdvice.english(answer));
    }

    static Reason senderRefused(String server, ServerAnswer answer) {
        return Reason.of(
                        "mail.sender-refused",
                        "Mailserver " + server + " neemt van dit account nu niets aan: \"" + answer.words()
                                + "\". De mail is niet verzonden.",
                        "Mail server " + server + " takes nothing from this account now: \"" + answer.words()
                                + "\". The mail was not sent.")
                .advise(
                        "Laat uw mailbeheerder nagaan of dit account mag verzenden namens email.from, en of het geblokkeerd is of"
                                + " zijn limiet heeft bereikt (dan: mail.per-minute lager). Daarna gaat het verzenden vanzelf verder.",
                        "Have your mail administrator look whether this account may send as email.from, and whether it is blocked"
                                + " or has reached its limit (then: a lower mail.per-minute). Sending then goes on by itself.");
    }

    static Reason logInNotOffered(String server) {
        return Reason.of(
                        "mail.login-not-offered",
                        "Mailserver " + server + " biedt geen aanmelding aan, terwijl mail.smtp.username is ingevuld.",
                        "Mail server " + server + " offers no log-in, though mail.smtp.username is set.")
                .advise(
                        "Maak mail.smtp.username leeg, of gebruik de poort en beveiliging waar aanmelden wel kan.",
                        "Leave mail.smtp.username empty, or use the port and security where one can log in.");
    }

    static Reason recipientsRefused(String server, String addresses, ServerAnswer answer) {
        return Reason.of(
                        "mail.recipient-refused",
                        "Mailserver " + server + " weigert de ontvanger " + addresses + ": \"" + answer.words()
                                + "\". Niemand heeft de mail gekregen.",
                        "Mail server " + server + " refuses the recipient " + addresses + ": \"" + answer.words()
                                + "\". Nobody got the mail.")
                .advise(
                        "Verbeter het e-mailadres bij de relatie (of bij mail.cc of mail.bcc) en bied de factuur opnieuw aan.",
                        "Correct the e-mail address of the relation (or at mail.cc or mail.bcc) and send the invoice again.");
    }

    static Reason tooLarge(String server, TooLargeForServerException tooLarge) {
        return Reason.of(
                        "mail.too-large",
                        "De mail is " + MailSize.megabytes(tooLarge.size(), DUTCH) + ", en mailserver " + server
                                + " neemt hoogstens " + MailSize.megabytes(tooLarge.most(), DUTCH)
                                + " aan. Er is niets verzonden.",
                        "The mail is " + MailSize.megabytes(tooLarge.size(), Locale.UK) + ", and mail server " + server
                                + " takes " + MailSize.megabytes(tooLarge.most(), Locale.UK)
                                + " at most. Nothing was sent.")
                .advise(
                        "Maak de bijlagen kleiner of kies een andere verzendmethode, en bied de factuur opnieuw aan; zet"
                                + " limit.email niet hoger dan wat de server aanneemt.",
                        "Make the attachments smaller or choose another sending method, and send the invoice again; set"
                                + " limit.email no higher than what the server takes.");
    }

    static Reason refused(String server, ServerAnswer answer) {
        boolean size = answer.refusesSize();
        return Reason.of(
                        size ? "mail.too-large" : "mail.refused",
                        "Mailserver " + server + " weigert de mail: \"" + answer.words()
                                + "\". Niemand heeft de mail gekregen.",
                        "Mail server " + server + " refuses the mail: \"" + answer.words() + "\". Nobody got the mail.")
                .advise(
                        size
                                ? "Maak de bijlagen kleiner of kies een andere verzendmethode, en bied de factuur opnieuw aan."
                                : "Los op wat de server meldt (vraag zo nodig uw mailbeheerder) en bied de factuur opnieuw aan.",
                        size
                                ? "Make the attachments smaller or choose another sending method, and send the invoice again."
                                : "Solve what the server says (ask your mail administrator) and send the invoice again.");
    }

    static Reason international(String server) {
        return Reason.of(
                        "mail.address-international",
                        "Mailserver " + server
                                + " kent geen e-mailadressen met bijzondere letters voor de @. Niemand heeft"
                                + " de mail gekregen.",
                        "Mail server " + server
                                + " knows no e-mail addresses with special letters before the @. Nobody got"
                                + " the mail.")
                .advise(
                        "Vraag de klant om een adres met gewone letters, verbeter het bij de relatie (kolom e-mail) en bied de"
                                + " factuur opnieuw aan; of gebruik een mailserver die SMTPUTF8 kent.",
                        "Ask the customer for an address with ordinary letters, correct it at the relation (column e-mail)"
                                + " and send the invoice again; or use a mail server that knows SMTPUTF8.");
    }

    static Reason notNow(String server, ServerAnswer answer) {
        return Reason.of(
                "mail.not-now",
                "Mailserver " + server + " neemt de mail nu niet aan: \"" + answer.words()
                        + "\". De mail is niet verzonden; er wordt vanzelf opnieuw geprobeerd.",
                "Mail server " + server + " does not take the mail now: \"" + answer.words()
                        + "\". The mail was not sent; it is tried again by itself.");
    }

    static Reason brokenOff(String server, String detail) {
        return Reason.of(
                "mail.broken-off",
                "De verbinding met mailserver " + server + " brak af voordat de mail was overgedragen (" + detail
                        + "). De mail is niet verzonden; er wordt vanzelf opnieuw geprobeerd.",
                "The connection to mail server " + server + " broke off before the mail was handed over (" + detail
                        + "). The mail was not sent; it is tried again by itself.");
    }

    static Reason inDoubt(String server, String detail) {
        return Reason.of(
                        "mail.in-doubt",
                        "Het is onzeker of de mail is verzonden: mailserver " + server
                                + " gaf geen antwoord meer nadat de inhoud was begonnen (" + detail + ").",
                        "It is uncertain whether the mail was sent: mail server " + server
                                + " gave no answer after the content had begun (" + detail + ").")
                .advise(
                        "Vraag de ontvanger of kijk bij de mailserver of de mail is aangekomen, en geef dan"
                                + " \"resolve ID --sent\" of \"resolve ID --send-again\".",
                        "Ask the recipient or look at the mail server whether the mail arrived, and then give"
                                + " \"resolve ID --sent\" or \"resolve ID --send-again\".");
    }
}
