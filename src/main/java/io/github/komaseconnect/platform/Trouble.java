package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reasons for calls that eConnect did not answer, or not in a way that says anything. */
final class Trouble {
    private final Company company;

    Trouble(Company company) {
        this.company = company;
    }

    /** Nothing was written. */
    Reason unreachable(Exception cause) {
        String what = NetworkWords.describe(cause);
        return Reason.of(
                        "econnect.unreachable-service",
                        "eConnect is niet bereikbaar (" + what + ").",
                        "eConnect cannot be reached (" + what + ").")
                .advise(
                        "Er wordt vanzelf opnieuw geprobeerd. Duurt het lang: controleer de internetverbinding, de firewall"
                                + " en econnect.platform.url.",
                        "It is tried again by itself. If it takes long: check the internet connection, the firewall and"
                                + " econnect.platform.url.");
    }

    /** The request was written, or may have been, and no whole answer came. */
    Reason noAnswer(Exception cause) {
        String what = NetworkWords.describe(cause);
        return Reason.of(
                "econnect.no-answer",
                "De verbinding met eConnect brak af voordat het antwoord er was (" + what + ").",
                "The connection with eConnect broke before the answer was there (" + what + ").");
    }

    /** The platform has no status for this answer to a supplier. */
    static Reason noSuchStatus(ResponseStatus status) {
        return Reason.of(
                "econnect.no-such-status",
                "De platformkoppeling van eConnect kent geen antwoord " + status + " (" + status.dutch()
                        + "); wel AP, RE en PD.",
                "eConnect's platform API knows no answer " + status + " (" + status.english()
                        + "), but AP, RE and PD.");
    }

    /** An answer that says nothing. */
    Reason unusable(int status, String why) {
        return Reason.of(
                "econnect.unusable-answer",
                "Het antwoord van eConnect is niet te gebruiken (HTTP " + status + ": " + why + ").",
                "The answer of eConnect cannot be used (HTTP " + status + ": " + why + ").");
    }

    /** A whole response of the right operation in which something needed is missing. */
    Reason unusable(String why) {
        return unusable(200, why);
    }

    /** 429 or 5xx without a Fault. */
    Reason overloaded(int status, Optional<Duration> retryAfter) {
        String dutch = retryAfter
                .map(wait -> " en vraagt om " + wait.toSeconds() + " seconden te wachten")
                .orElse("");
        String english = retryAfter
                .map(wait -> " and asks to wait " + wait.toSeconds() + " seconds")
                .orElse("");
        return Reason.of(
                "econnect.overloaded",
                "eConnect heeft een storing of is te druk (HTTP " + status + ")" + dutch + ".",
                "eConnect has a breakdown or is too busy (HTTP " + status + ")" + english + ".");
    }

    /** 401 or 403 without a Fault: it did not come from the platform itself but from the gate before it. */
    Reason gateClosed(int status) {
        String key = "company." + company.key() + ".subscription-key";
        return Reason.of(
                        "econnect.subscription-key",
                        "De toegangspoort van eConnect weigert " + company.name() + " (HTTP " + status
                                + "): het abonnement (econnect.platform.subscription-key of " + key
                                + ") ontbreekt of klopt niet.",
                        "The gate of eConnect refuses " + company.name() + " (HTTP " + status
                                + "): the subscription key (econnect.platform.subscription-key or " + key
                                + ") is missing or wrong.")
                .advise(
                        "Controleer deze sleutel, of vraag eConnect of er een nodig is. Er gaat niets verloren.",
                        "Check this key, or ask eConnect whether one is needed. Nothing is lost.");
    }

    /** 413 without a Fault. */
    Reason tooLarge() {
        return Reason.of(
                        "econnect.too-large",
                        "eConnect weigert het bericht omdat het te groot is (HTTP 413).",
                        "eConnect refuses the message because it is too large (HTTP 413).")
                .advise(
                        "Neem kleinere of minder bijlagen in de factuur op.",
                        "Put smaller or fewer attachments into the invoice.");
    }

    /** The configuration has no keys. */
    Reason keysMissing() {
        String keys = "company." + company.key() + ".connection-key / company." + company.key() + ".connection-secret";
        return Reason.of(
                        "econnect.keys-missing",
                        "De koppelsleutels van " + company.name() + " zijn niet ingevuld (" + keys + ").",
                        "The connection keys of " + company.name() + " are not filled in (" + keys + ").")
                .advise(
                        "Vul de App Key en de Secret in die eConnect toont.",
                        "Fill in the App Key and the Secret that eConnect shows.");
    }

    /** The configuration, or the file with the keys, could not be read at this moment. */
    Reason keysUnreadable() {
        return Reason.of(
                        "econnect.keys-unreadable",
                        "De koppelsleutels van " + company.name() + " kunnen niet worden gelezen.",
                        "The connection keys of " + company.name() + " cannot be read.")
                .advise(
                        "Controleer company." + company.key()
                                + ".connection-key en .connection-secret, en of het bestand of de"
                                + " omgevingsvariabele waar ze staan er is.",
                        "Check company." + company.key()
                                + ".connection-key and .connection-secret, and that the file or the"
                                + " environment variable that holds them is there.");
    }

    /** A file of ours could not be written or read. */
    Reason ownFile(Exception cause) {
        String what = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return Reason.of(
                        "econnect.own-file",
                        "Een bestand op deze computer kan niet worden gelezen of geschreven (" + what + ").",
                        "A file on this computer cannot be read or written (" + what + ").")
                .advise(
                        "Controleer of de schijf vol is en of het programma in de map mag schrijven.",
                        "Check whether the disk is full and whether the program may write in the folder.");
    }

    /** The document to be sent holds bytes that its own encoding does not allow. */
    Reason notInItsEncoding(Path ubl) {
        return Reason.of(
                        "econnect.encoding",
                        "In " + ubl.getFileName()
                                + " staan tekens die niet passen bij de codering die het bestand noemt.",
                        ubl.getFileName() + " has characters that do not fit the encoding that the file names.")
                .advise(
                        "Exporteer de factuur opnieuw uit Komas; bewerk hem niet met een tekstprogramma.",
                        "Export the invoice again from Komas; do not edit it with a text program.");
    }

    /** A document without UBL in it. */
    Reason noDocument(String externalId) {
        return Reason.of(
                "econnect.no-document",
                "Het document " + externalId + " bevat bij eConnect geen UBL-bestand.",
                "The document " + externalId + " holds no UBL file at eConnect.");
    }

    /** A PDF answer without a file. */
    Reason noPdf(String externalId) {
        return Reason.of(
                "econnect.no-pdf",
                "eConnect gaf voor " + externalId + " een lege PDF.",
                "eConnect gave an empty PDF for " + externalId + ".");
    }

    /** A PDF answer with something else in it. */
    Reason notAPdf(String externalId) {
        return Reason.of(
                "econnect.not-a-pdf",
                "Wat eConnect als PDF van " + externalId + " gaf, is geen PDF.",
                "What eConnect gave as the PDF of " + externalId + " is no PDF.");
    }
}
