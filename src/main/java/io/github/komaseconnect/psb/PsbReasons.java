package io.github.komaseconnect.psb;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.platform.NetworkWords;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.rest.Problem;
import java.time.Duration;
import java.util.Optional;

/** Why a call to the PSB gave nothing, in words, and what to do about it. */
final class PsbReasons {
    private final Company company;

    PsbReasons(Company company) {
        this.company = company;
    }

    private static String said(Optional<Problem> problem) {
        return problem.map(what -> ": " + what.quoted()).orElse("");
    }

    private String setting(String name) {
        return "company." + company.key() + "." + name;
    }

    /** Nothing was written. */
    Reason unreachable(Exception cause) {
        String what = NetworkWords.describe(cause);
        return new Reason(
                "econnect.unreachable-service",
                "eConnect (PSB) is niet bereikbaar (" + what + ").",
                "eConnect (PSB) cannot be reached (" + what + ").",
                "Er wordt vanzelf opnieuw geprobeerd. Duurt het lang: controleer de internetverbinding, de firewall,"
                        + " econnect.psb.url en econnect.psb.identity-url.",
                "It is tried again by itself. If it takes long: check the internet connection, the firewall,"
                        + " econnect.psb.url and econnect.psb.identity-url.");
    }

    /** The request was written, or may have been, and no whole answer came. */
    Reason noAnswer(Exception cause) {
        String what = NetworkWords.describe(cause);
        return Reason.of(
                "econnect.no-answer",
                "De verbinding met eConnect (PSB) brak af voordat het antwoord er was (" + what + ").",
                "The connection with eConnect (PSB) broke before the answer was there (" + what + ").");
    }

    /** An answer that says nothing. */
    Reason unusable(int status, String why) {
        return Reason.of(
                "econnect.unusable-answer",
                "Het antwoord van eConnect (PSB) is niet te gebruiken (HTTP " + status + ": " + why + ").",
                "The answer of eConnect (PSB) cannot be used (HTTP " + status + ": " + why + ").");
    }

    /** 429 or 5xx. */
    Reason overloaded(int status, Optional<Problem> problem, Optional<Duration> retryAfter) {
        String dutch = retryAfter
                .map(wait -> " en vraagt om " + wait.toSeconds() + " seconden te wachten")
                .orElse("");
        String english = retryAfter
                .map(wait -> " and asks to wait " + wait.toSeconds() + " seconds")
                .orElse("");
        return Reason.of(
                "econnect.overloaded",
                "eConnect (PSB) heeft een storing of is te druk (HTTP " + status + ")" + dutch + said(problem) + ".",
                "eConnect (PSB) has a breakdown or is too busy (HTTP " + status + ")" + english + said(problem) + ".");
    }

    /** 400: what was sent is wrong. */
    Reason refused(Optional<Problem> problem) {
        return new Reason(
                "econnect.rules",
                "eConnect (PSB) weigert dit" + said(problem) + ".",
                "eConnect (PSB) refuses this" + said(problem) + ".",
                "Herstel wat eConnect noemt (de factuur in Komas, of de relatie) en bied hem opnieuw aan.",
                "Mend what eConnect names (the invoice in Komas, or the relation) and offer it again.");
    }

    /** 413. */
    Reason tooLarge() {
        return new Reason(
                "econnect.too-large",
                "eConnect (PSB) weigert het bericht omdat het te groot is (HTTP 413).",
                "eConnect (PSB) refuses the message because it is too large (HTTP 413).",
                "Neem kleinere of minder bijlagen in de factuur op.",
                "Put smaller or fewer attachments into the invoice.");
    }

    /** 404 to a question about a document, a hook or a receiver. */
    Reason unknown(Optional<Problem> problem) {
        return Reason.of(
                "econnect.not-found",
                "eConnect (PSB) kent dit niet" + said(problem) + ".",
                "eConnect (PSB) does not know this" + said(problem) + ".");
    }

    /** 404 to a document, from a company that the PSB does know. */
    Reason unknownReceiver(String receiver, Reason said) {
        return new Reason(
                "econnect.unknown-receiver",
                "eConnect (PSB) neemt deze factuur voor " + receiver
                        + " niet aan, waarschijnlijk omdat het die ontvanger niet kent. " + said.dutch(),
                "eConnect (PSB) does not take this invoice for " + receiver
                        + ", probably because it does not know that receiver. " + said.english(),
                "Controleer het nummer van de klant, of vraag hem naar zijn Peppol-adres, en geef de opdracht retry. Anders"
                        + " versturen kan met: komas-econnect reroute ID --by email of --by print.",
                "Check the customer's number, or ask for its Peppol address, and order a retry. To send it some other way:"
                        + " komas-econnect reroute ID --by email or --by print.");
    }

    /** 404 to a call of the company as such. */
    Reason unknownParty(Optional<Problem> problem) {
        return new Reason(
                "econnect.unknown-party",
                "eConnect (PSB) kent " + company.name() + " niet als " + company.partyId() + said(problem) + ".",
                "eConnect (PSB) does not know " + company.name() + " as " + company.partyId() + said(problem) + ".",
                "Controleer " + setting("party-id") + " en econnect.psb.url. Er gaat niets verloren.",
                "Check " + setting("party-id") + " and econnect.psb.url. Nothing is lost.");
    }

    /** 401 with a token that was just given. */
    Reason tokenRefused(Optional<Problem> problem) {
        return new Reason(
                "econnect.log-in",
                "eConnect (PSB) weigert de aanmelding van " + company.name() + " (HTTP 401)" + said(problem) + ".",
                "eConnect (PSB) refuses the log-in of " + company.name() + " (HTTP 401)" + said(problem) + ".",
                "Controleer of econnect.psb.url en econnect.psb.identity-url bij elkaar horen (beide productie, of beide"
                        + " acceptatie). Er gaat niets verloren.",
                "Check that econnect.psb.url and econnect.psb.identity-url belong together (both production, or both"
                        + " acceptance). Nothing is lost.");
    }

    /** 403. */
    Reason noPermission(Optional<Problem> problem) {
        return new Reason(
                "econnect.no-permission",
                "De client van " + company.name() + " mag dit niet voor " + company.partyId() + said(problem) + ".",
                "The client of " + company.name() + " may not do this for " + company.partyId() + said(problem) + ".",
                "Vraag eConnect om dit recht, of controleer " + setting("party-id") + " en " + setting("client-id")
                        + ". Er gaat niets verloren.",
                "Ask eConnect for this permission, or check " + setting("party-id") + " and " + setting("client-id")
                        + ". Nothing is lost.");
    }

    /** The identity server does not take client or user. */
    Reason credentialsRefused(int status, Optional<Problem> problem) {
        return new Reason(
                "econnect.log-in",
                "eConnect weigert de aanmelding van " + company.name() + " (HTTP " + status + ")" + said(problem) + ".",
                "eConnect refuses the log-in of " + company.name() + " (HTTP " + status + ")" + said(problem) + ".",
                "Controleer " + setting("client-id") + ", " + setting("client-secret")
                        + " en, als die er zijn, username en password; en econnect.psb.identity-url (acceptatie en productie"
                        + " hebben elk hun eigen). Er gaat niets verloren.",
                "Check " + setting("client-id") + ", " + setting("client-secret")
                        + " and, if there are any, username and password; and econnect.psb.identity-url (acceptance and"
                        + " production have one each). Nothing is lost.");
    }

    /** The configuration has no client. */
    Reason credentialsMissing() {
        return new Reason(
                "econnect.keys-missing",
                "De gegevens waarmee " + company.name() + " zich bij de PSB aanmeldt zijn niet (goed) ingevuld.",
                "What " + company.name() + " logs in to the PSB with is not filled in (rightly).",
                "Vul " + setting("client-id") + " en " + setting("client-secret")
                        + " in, en username en password allebei of geen van beide.",
                "Fill in " + setting("client-id") + " and " + setting("client-secret")
                        + ", and username and password both or neither.");
    }

    /** A file of ours could not be written or read. */
    Reason ownFile(Exception cause) {
        String what = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new Reason(
                "econnect.own-file",
                "Een bestand op deze computer kan niet worden gelezen of geschreven (" + what + ").",
                "A file on this computer cannot be read or written (" + what + ").",
                "Controleer of de schijf vol is en of het programma in de map mag schrijven.",
                "Check whether the disk is full and whether the program may write in the folder.");
    }

    /** The PSB has no such call. */
    Reason notOffered() {
        return Reason.of(
                "econnect.not-offered",
                "De PSB van eConnect biedt dit niet; wat er binnenkomt en wat er van een verzending wordt, meldt hij zelf"
                        + " (hooks).",
                "eConnect's PSB does not offer this; what arrives and what becomes of what was sent, it tells by itself"
                        + " (hooks).");
    }
}
