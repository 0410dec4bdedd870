package io.github.komaseconnect.hook;

import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;

/** The reasons that have to do with hooks. */
final class HookReasons {
    /** Code of the reason for which something is held that is said of another party. */
    static final String OTHER_PARTY = "hook.other-party";

    private static final int LONGEST_WORDS = 500;

    private HookReasons() {}

    private static String quoted(String words) {
        return words.isBlank() ? "-" : OneLine.of(words, LONGEST_WORDS);
    }

    static Reason unreadable(long id, String why) {
        return new Reason(
                "hook.unreadable",
                "Een bericht van eConnect (hook " + id + ") is goed ondertekend, maar niet te lezen: " + quoted(why)
                        + ".",
                "A message of eConnect (hook " + id + ") is rightly signed, but cannot be read: " + quoted(why) + ".",
                "Het is bewaard. Kijk bij eConnect of er een inkoopfactuur is die niet in Komas staat, en meld dit nummer"
                        + " bij uw beheerder.",
                "It was kept. See at eConnect whether there is a purchase invoice that is not in Komas, and report this"
                        + " number to who looks after the program.");
    }

    static Reason withoutDocument() {
        return new Reason(
                "hook.without-document",
                "eConnect meldt een ontvangen factuur zonder te zeggen welke (documentId ontbreekt).",
                "eConnect tells of a received invoice without saying which (documentId is missing).",
                "Kijk bij eConnect welke inkoopfactuur niet in Komas staat.",
                "See at eConnect which purchase invoice is not in Komas.");
    }

    static Reason otherParty(String told, String configured) {
        return new Reason(
                OTHER_PARTY,
                "eConnect meldt hier iets over " + told + ", terwijl dit bedrijf " + configured + " is.",
                "eConnect tells something about " + told + " here, while this company is " + configured + ".",
                "Er is nog niets mee gedaan. Verbeter party-id: dan wordt het alsnog verwerkt. Klopt party-id, zet dan bij"
                        + " eConnect de hook van die partij op een eigen adres.",
                "Nothing was done with it yet. Correct party-id, and it is processed after all. If party-id is right, give"
                        + " the hook of that party an address of its own at eConnect.");
    }

    static Reason unknownTopic(String topic) {
        return Reason.of(
                "hook.unknown-topic",
                "Het onderwerp " + topic + " is hier niet bekend.",
                "The topic " + topic + " is not known here.");
    }

    static Reason notOurs(String documentId) {
        return Reason.of(
                "hook.not-ours",
                "Document " + documentId + " is hier niet bekend.",
                "Document " + documentId + " is not known here.");
    }

    static Reason unexpected(String failure) {
        return new Reason(
                "hook.unexpected",
                "Bij het verwerken van een bericht van eConnect ging iets onverwacht mis: " + quoted(failure) + ".",
                "Something unexpected went wrong when a message of eConnect was processed: " + quoted(failure) + ".",
                "Het wordt opnieuw geprobeerd; zie het logbestand.",
                "It is tried again; see the log.");
    }

    static Reason notReceived(String documentId, String words) {
        String which = documentId.isBlank() ? "" : " " + documentId;
        return new Reason(
                "hook.not-received",
                "eConnect kon een inkoopfactuur" + which + " niet ontvangen: " + quoted(words),
                "eConnect could not receive a purchase invoice" + which + ": " + quoted(words),
                "Hij komt niet in Komas. Vraag de leverancier hem opnieuw te sturen, of vraag eConnect ernaar.",
                "It does not come to Komas. Ask the supplier to send it again, or ask eConnect about it.");
    }

    static Reason failing(String words) {
        return new Reason(
                "hook.failing",
                "eConnect meldt dat zijn berichten hier steeds niet aankomen: " + quoted(words),
                "eConnect says that its messages keep failing to arrive here: " + quoted(words),
                "Inkoopfacturen komen later. Controleer de weg naar dit programma met: komas-econnect check.",
                "Purchase invoices come later. Check the way to this program with: komas-econnect check.");
    }

    static Reason givenUp(String words) {
        return new Reason(
                "hook.given-up",
                "eConnect heeft een bericht aan dit programma opgegeven: " + quoted(words),
                "eConnect has given up a message to this program: " + quoted(words),
                "Er kan een inkoopfactuur ontbreken. Kijk bij eConnect wat er de laatste tijd is ontvangen, en controleer"
                        + " de weg naar dit programma met: komas-econnect check.",
                "A purchase invoice may be missing. See at eConnect what was received lately, and check the way to this"
                        + " program with: komas-econnect check.");
    }

    static Reason refused(HookTraffic traffic, String company) {
        return new Reason(
                "hook.refused",
                "Berichten aan /hooks/econnect/" + company + " worden geweigerd, want de ondertekening klopt niet ("
                        + traffic.refusedInARow() + " keer achter elkaar).",
                "Messages to /hooks/econnect/" + company + " are refused, because their signature is not right ("
                        + traffic.refusedInARow() + " times in a row).",
                "Is het geheim veranderd? Zet company." + company + ".hook-secret en het adres bij eConnect gelijk met:"
                        + " komas-econnect check --fix-hooks. Komt er geen bericht van eConnect, dan klopt iemand anders aan.",
                "Was the secret changed? Make company." + company
                        + ".hook-secret and the address at eConnect the same with:"
                        + " komas-econnect check --fix-hooks. If no message of eConnect is missing, it is somebody else who"
                        + " knocks.");
    }

    static Reason none(String company) {
        return new Reason(
                "hook.none",
                "Niemand vertelt dit programma welke inkoopfacturen er voor " + company
                        + " binnenkomen: de PSB heeft geen" + " lijst, en er zijn geen hooks ingesteld.",
                "Nobody tells this program which purchase invoices arrive for " + company + ": the PSB has no list, and"
                        + " no hooks are set up.",
                "Vul hooks.port en company." + company + ".hook-secret in, of company." + company
                        + ".hook-mailbox; zie de" + " handleiding.",
                "Set hooks.port and company." + company + ".hook-secret, or company." + company
                        + ".hook-mailbox; see the" + " manual.");
    }
}
