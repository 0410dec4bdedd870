package io.github.komaseconnect.response;

import io.github.komaseconnect.econnect.ResponseAction;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.reason.Reason;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why an answer to a supplier cannot be given, in words for a bookkeeper. */
final class ResponseReasons {
    private ResponseReasons() {}

    static String codes(Enum<?>... codes) {
        return Arrays.stream(codes).map(Enum::name).collect(Collectors.joining(", "));
    }

    static Reason reasonMissing(ResponseStatus status) {
        String codes = codes(ResponseReason.values());
        return Reason.of(
                        "respond.reason-missing",
                        "Bij " + status + " (" + status.dutch() + ") moet de leverancier lezen waarom.",
                        "With " + status + " (" + status.english() + ") the supplier must be told why.")
                .advise(
                        "Geef minstens één reden: een code met een tekst, zoals REF=Inkoopnummer ontbreekt. Codes: "
                                + codes + ".",
                        "Give at least one reason: a code with a text, such as REF=Order number missing. Codes: "
                                + codes + ".");
    }

    static Reason emptyText() {
        return Reason.of(
                "respond.text-empty",
                "Bij een code van een reden of actie hoort een tekst.",
                "A code of a reason or an action needs a text.");
    }

    static Reason tooLong() {
        return Reason.of(
                "respond.too-long",
                "Een tekst is langer dan " + ResponseRules.LONGEST_TEXT + " tekens.",
                "A text is longer than " + ResponseRules.LONGEST_TEXT + " characters.");
    }

    static Reason unknownStatus(String typed) {
        return unknown("status", "status", typed, codes(ResponseStatus.values()));
    }

    static Reason unknownReason(String typed) {
        return unknown("reden", "reason", typed, codes(ResponseReason.values()));
    }

    static Reason unknownAction(String typed) {
        return unknown("actie", "action", typed, codes(ResponseAction.values()));
    }

    private static Reason unknown(String dutch, String english, String typed, String codes) {
        return Reason.of(
                "respond.code-unknown",
                "Er is geen " + dutch + " \"" + typed + "\"; kies uit " + codes + ".",
                "There is no " + english + " \"" + typed + "\"; choose from " + codes + ".");
    }

    static Reason notThatWay(ResponseStatus status) {
        return Reason.of(
                        "respond.not-this-way",
                        status + " (" + status.dutch()
                                + ") kan niet via de platformkoppeling van eConnect; die kent alleen AP (geaccepteerd), RE"
                                + " (afgewezen) en PD (betaald).",
                        status + " (" + status.english()
                                + ") cannot go by eConnect's platform API, which knows AP (accepted), RE (rejected) and PD"
                                + " (paid) only.")
                .advise(
                        "Kies een van die drie, of bel of mail de leverancier.",
                        "Choose one of those three, or call or mail the supplier.");
    }

    static Reason notAPurchase(LedgerInvoice invoice) {
        return Reason.of(
                "respond.not-a-purchase",
                invoice.label() + " is een verkoopfactuur; een antwoord gaat over een inkoopfactuur.",
                invoice.label() + " is a sales invoice; an answer is about a purchase invoice.");
    }

    static Reason withoutId(LedgerInvoice invoice) {
        return Reason.of(
                        "respond.without-id",
                        invoice.label()
                                + " kwam per e-mail, zonder het nummer dat eConnect eraan geeft; daarmee kan eConnect"
                                + " het antwoord nergens aan koppelen.",
                        invoice.label()
                                + " came by e-mail, without the id that eConnect gives it; so eConnect cannot tell"
                                + " what the answer is about.")
                .advise("Bel of mail de leverancier.", "Call or mail the supplier.");
    }

    static Reason notReceived(LedgerInvoice invoice) {
        return Reason.of(
                        "respond.not-received",
                        invoice.label() + " is " + invoice.state().dutch()
                                + "; antwoorden kan als de factuur in de importmap gezet of vastgehouden is.",
                        invoice.label() + " is " + invoice.state().english()
                                + "; it can be answered when it was put into the import folder, or is held.")
                .advise("Probeer het later opnieuw.", "Try again later.");
    }

    static Reason ended(LedgerInvoice invoice, LedgerResponse before, ResponseStatus status) {
        ResponseStatus said = before.response().status();
        return Reason.of(
                        "respond.ended",
                        "Van " + invoice.label() + " is al gezegd dat hij " + said.dutch() + " is (" + said
                                + "); daarna kan " + status + " (" + status.dutch() + ") niet meer.",
                        "Of " + invoice.label() + " it was said that it is " + said.english() + " (" + said
                                + "); after that " + status + " (" + status.english() + ") is not possible.")
                .advise(
                        "Wacht dat antwoord nog, trek het dan in met respond " + invoice.id()
                                + " --withdraw; bel anders de leverancier.",
                        "If that answer still waits, withdraw it with respond " + invoice.id()
                                + " --withdraw; otherwise call the supplier.");
    }

    static Reason withdrawn() {
        return Reason.of(
                "respond.withdrawn",
                "Dit antwoord is ingetrokken voordat het verzonden was.",
                "This answer was withdrawn before it was sent.");
    }

    static Reason interrupted() {
        return Reason.of(
                "respond.interrupted",
                "Het programma stopte midden in deze poging; het antwoord wordt nog eens gegeven, dat verandert niets.",
                "The program stopped in the middle of this attempt; the answer is given once more, which changes nothing.");
    }

    static Reason gaveUp(Reason last) {
        return Reason.of(
                        "respond.gave-up",
                        "Het is te lang niet gelukt dit antwoord aan eConnect te geven. De laatste keer: "
                                + last.dutch(),
                        "For too long this answer could not be given to eConnect. The last time: " + last.english())
                .advise(last.adviceDutch(), last.adviceEnglish());
    }

    /** As the alarm and {@code .reason.txt} say it. */
    static Reason failed(LedgerInvoice invoice, LedgerResponse response, Reason why) {
        ResponseStatus status = response.response().status();
        String id = Long.toString(invoice.id());
        return new Reason(
                why.code(),
                "Het antwoord " + status + " (" + status.dutch() + ") op inkoopfactuur " + invoice.label() + " van "
                        + invoice.party() + " is niet verzonden: " + why.dutch(),
                "The answer " + status + " (" + status.english() + ") to purchase invoice " + invoice.label() + " of "
                        + invoice.party() + " was not sent: " + why.english(),
                (why.adviceDutch() + " Geef daarna opnieuw antwoord (komas-econnect respond " + id
                                + " --status …), of trek het in (respond " + id + " --withdraw).")
                        .strip(),
                (why.adviceEnglish() + " Then answer again (komas-econnect respond " + id
                                + " --status …), or withdraw it (respond " + id + " --withdraw).")
                        .strip());
    }

    static Reason file(String code, String dutch, String english) {
        return Reason.of(code, dutch, english)
                .advise(
                        "Verbeter het bestand en zet het terug in de map respond.",
                        "Correct the file and put it back into the folder respond.");
    }
}
