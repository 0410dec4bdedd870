package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;

/** What is said of an invoice whose receiver seems not to be on Peppol. */
final class ReachReasons {
    private ReachReasons() {}

    static Reason confirming(String receiver, Instant again) {
        return new Reason(
                ReachRules.CONFIRMING,
                "Volgens eConnect staat ontvanger " + receiver
                        + " niet in Peppol. Dat telt pas na een tweede antwoord: op " + DutchTime.minute(again)
                        + " wordt het opnieuw geprobeerd; tot dan wacht de factuur.",
                "According to eConnect, receiver " + receiver
                        + " is not registered on Peppol. That counts only after a second answer: it is tried again at "
                        + DutchTime.minute(again) + ", and the invoice waits until then.",
                "U hoeft niets te doen. Weet u dat het nummer niet klopt, verbeter dan de relatie; met cancel of reroute"
                        + " kan het ook anders.",
                "Nothing to do. If you know that the number is wrong, correct the relation; cancel and reroute work"
                        + " too.");
    }

    /** The second question got no answer: as long as that lasts, nothing is sent on the strength of knowing nothing. */
    static Reason notAnsweredAfterNo(String receiver, Reason trouble) {
        return Reason.of(
                "reach.not-answered",
                "Het laatste antwoord van eConnect was dat ontvanger " + receiver
                        + " niet in Peppol staat, en nu kan het niet worden nagevraagd; de factuur wacht. "
                        + trouble.dutch(),
                "eConnect's last answer was that receiver " + receiver
                        + " is not registered on Peppol, and now it cannot be asked again; the invoice waits. "
                        + trouble.english());
    }

    static Reason wasReachable(String receiver, Refusals refusals, Instant reachedAt) {
        return new Reason(
                "reach.was-reachable",
                "Ontvanger " + receiver + " staat volgens eConnect niet in Peppol (" + dutch(refusals)
                        + "), maar was op " + DutchTime.minute(reachedAt)
                        + " nog te bereiken; daarom gaat de factuur niet vanzelf op een andere manier weg.",
                "According to eConnect, receiver " + receiver + " is not registered on Peppol (" + english(refusals)
                        + "), but it could be reached at " + DutchTime.minute(reachedAt)
                        + "; so the invoice does not leave some other way by itself.",
                "Waarschijnlijk is de klant overgestapt of heeft zijn aanbieder een storing: vraag het hem. Probeer het later"
                        + " opnieuw met retry, of verstuur deze ene anders: komas-econnect reroute ID --by email of --by"
                        + " print. Is hij voorgoed van Peppol af, geef de relatie dan een andere verzendmethode.",
                "Probably the customer moved to another provider, or that has a failure: ask. Try again later by retry, or"
                        + " send this one some other way: komas-econnect reroute ID --by email or --by print. If it left"
                        + " Peppol for good, give the relation another sending method.");
    }

    static Reason notForType(String document, String english, Reason answer) {
        return new Reason(
                "reach.not-for-type",
                "De klant staat in Peppol, maar kan daar geen " + document + " ontvangen: " + answer.dutch(),
                "The customer is on Peppol, but cannot get an " + english + " there: " + answer.english(),
                "Vraag de klant dit bij zijn aanbieder te laten aanzetten en geef daarna de opdracht retry. Deze ene anders"
                        + " versturen kan met: komas-econnect reroute ID --by email of --by print.",
                "Ask the customer to have its provider switch this on, and then order a retry. To send this one some other"
                        + " way: komas-econnect reroute ID --by email or --by print.");
    }

    static Reason otherIdentifier(String planned, String registered) {
        return Reason.of(
                "reach.other-identifier",
                "De klant staat in Peppol onder " + registered + " en niet onder " + planned
                        + "; de factuur gaat daarheen.",
                "The customer is registered on Peppol under " + registered + " and not under " + planned
                        + "; the invoice goes there.");
    }

    static Reason triesOther(String receiver, Refusals refusals, String other) {
        return Reason.of(
                "reach.other-identifier",
                "De klant staat volgens eConnect niet in Peppol onder " + receiver + " (" + dutch(refusals)
                        + "); nu wordt het met " + other + " geprobeerd, dat ook van deze klant bekend is.",
                "According to eConnect the customer is not registered on Peppol under " + receiver + " ("
                        + english(refusals) + "); now " + other + " is tried, which is known of this customer, too.");
    }

    static Reason fellBack(String receiver, Refusals refusals, String way, String wayEnglish) {
        return Reason.of(
                "reach.fallback",
                "Ontvanger " + receiver + " staat volgens eConnect niet in Peppol (" + dutch(refusals)
                        + "); de factuur gaat in plaats daarvan " + way + ".",
                "According to eConnect, receiver " + receiver + " is not registered on Peppol (" + english(refusals)
                        + "); the invoice goes " + wayEnglish + " instead.");
    }

    private static String dutch(Refusals refusals) {
        return "twee antwoorden, op " + DutchTime.minute(refusals.first()) + " en " + DutchTime.minute(refusals.last());
    }

    private static String english(Refusals refusals) {
        return "two answers, at " + DutchTime.minute(refusals.first()) + " and " + DutchTime.minute(refusals.last());
    }
}
