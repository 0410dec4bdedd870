package io.github.komaseconnect.following;

import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.util.Locale;

/** What became of a sent invoice, in words. */
final class FollowingReasons {
    /** Code of the reason for which an invoice is held that eConnect took and could not deliver. */
    static final String FAILED = "econnect.not-delivered";

    private FollowingReasons() {}

    static Reason delivered(Followed followed) {
        boolean inbox = followed.way().equals("ToInbox");
        return Reason.of(
                "following.delivered",
                inbox ? "Afgeleverd: in de inbox van de klant bij eConnect." : "Afgeleverd bij de klant via Peppol.",
                inbox ? "Delivered: in the customer's inbox at eConnect." : "Delivered to the customer over Peppol.");
    }

    static Reason retried(Followed followed) {
        return Reason.of(
                "following.retried",
                "Nog niet afgeleverd; eConnect probeert het zelf opnieuw." + because("", followed.remarksDutch()),
                "Not delivered yet; eConnect itself tries again." + because("", followed.remarksEnglish()));
    }

    static Reason astray(Followed followed) {
        if (followed.way().equals("ToEmail")) {
            return new Reason(
                    "following.by-mail",
                    "eConnect heeft deze factuur per e-mail doorgestuurd (ToEmail), niet via Peppol.",
                    "eConnect forwarded this invoice by e-mail (ToEmail), not over Peppol.",
                    "Vraag de klant of hij de factuur heeft. Is de klant op Peppol bereikbaar, controleer dan zijn kvk-nummer in "
                            + "het relatiebestand.",
                    "Ask the customer whether the invoice arrived. If the customer can be reached over Peppol, check the CoC "
                            + "number in the relation file.");
        }
        return new Reason(
                "following.nowhere",
                "eConnect heeft deze factuur aangenomen, maar naar niemand doorgestuurd (" + followed.way()
                        + "): de klant heeft haar waarschijnlijk niet.",
                "eConnect took this invoice but forwarded it to nobody (" + followed.way()
                        + "): the customer probably does not have it.",
                "Kijk in het portaal van eConnect onder verzonden facturen en vraag het na bij eConnect of de klant. Stuur haar zo "
                        + "nodig zelf, bijvoorbeeld per e-mail uit de map sent.",
                "Look at the sent invoices in eConnect's portal and ask eConnect or the customer. If need be send it yourself, "
                        + "for instance by e-mail from the sent folder.");
    }

    static Reason failed(Followed followed) {
        return new Reason(
                FAILED,
                "eConnect had deze factuur aangenomen, maar kon haar niet bij de klant afleveren en probeert het niet meer."
                        + because(" eConnect zegt:", followed.remarksDutch()),
                "eConnect had taken this invoice, but could not deliver it to the customer and has given up."
                        + because(" eConnect says:", followed.remarksEnglish()),
                "De klant heeft haar niet. Verhelp de oorzaak en bied haar opnieuw aan: dat wordt een nieuwe verzending. Of kies "
                        + "een andere weg: komas-econnect reroute.",
                "The customer does not have it. Remove the cause and offer it again, which makes a new document at eConnect. Or "
                        + "choose another way: komas-econnect reroute.");
    }

    static Reason perhapsTwice() {
        return new Reason(
                "following.twice",
                "eConnect meldde eerst dat deze factuur niet kon worden afgeleverd en nu dat dat tóch gelukt is. Ze was intussen "
                        + "opnieuw aangeboden: de klant heeft haar misschien twee keer.",
                "eConnect first said that this invoice could not be delivered, and now that it was after all. It had been "
                        + "offered again meanwhile: the customer may have it twice.",
                "Laat de klant weten dat het om één factuur gaat.",
                "Tell the customer that it is one invoice.");
    }

    static Reason notSeenYet(Reason why) {
        return Reason.of(
                "following.not-seen-yet",
                "Nog niet verzonden: eerst wordt nagekeken of iemand deze factuur al met Mailen heeft verstuurd, en dat lukt nu"
                        + " niet. " + why.dutch(),
                "Not sent yet: first it is looked up whether somebody sent this invoice with Mailen already, and that does not"
                        + " work now. " + why.english());
    }

    static Reason goesUnseen(Reason why) {
        return Reason.of(
                "following.goes-unseen",
                "Wordt verzonden zonder dat kon worden nagekeken of iemand deze factuur met Mailen heeft verstuurd: de lijst van"
                        + " eConnect is niet te lezen. " + why.dutch(),
                "Is sent although it could not be looked up whether somebody sent this invoice with Mailen: eConnect's list"
                        + " cannot be read. " + why.english());
    }

    static Reason acceptedBeside() {
        return new Reason(
                "following.twice",
                "eConnect heeft deze factuur tóch aangenomen, terwijl een eerdere poging als mislukt gold en ze sindsdien geannuleerd, "
                        + "vervangen of anders verstuurd is: de klant krijgt haar misschien ten onrechte of twee keer.",
                "eConnect did accept this invoice, while an earlier attempt counted as failed and it has been cancelled, replaced "
                        + "or sent in another way since: the customer may get it wrongly or twice.",
                "Laat de klant weten welke factuur telt.",
                "Tell the customer which invoice counts.");
    }

    static Reason unconfirmed(Followed followed, Duration limit) {
        return new Reason(
                "following.unconfirmed",
                "Verzonden op " + DutchTime.minute(followed.sentAt()) + ", maar na " + limit.toHours()
                        + " uur is nog niet bevestigd dat de klant deze factuur heeft ontvangen.",
                "Sent on " + DutchTime.minute(followed.sentAt()) + ", but after " + limit.toHours()
                        + " hours nobody has confirmed that the customer received this invoice.",
                "Kijk in het portaal van eConnect of vraag het de klant. Stuur haar niet zomaar opnieuw.",
                "Look in eConnect's portal or ask the customer. Do not simply send it again.");
    }

    static Reason answered(Followed followed, BuyerAnswer answer) {
        String on =
                followed.answerAt().map(at -> " (" + DutchTime.day(at) + ")").orElse("");
        Reason said = Reason.of(
                "following." + answer.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "Antwoord van de klant: " + answer.dutch() + on + "." + because("", followed.remarksDutch()),
                "The customer's answer: " + answer.english() + on + "." + because("", followed.remarksEnglish()));
        return switch (answer) {
            case REJECTED ->
                said.advise(
                        "Vraag de klant waarom, als het er niet bij staat. Maak in Komas een creditnota voor deze factuur en daarna "
                                + "een nieuwe factuur.",
                        "Ask the customer why, if it does not say. Make a credit note for this invoice in Komas, and a new "
                                + "invoice after that.");
            case UNDER_QUERY ->
                said.advise(
                        "De klant wacht met verwerken: beantwoord de vraag.",
                        "The customer waits: answer the question.");
            case CONDITIONALLY_ACCEPTED ->
                said.advise(
                        "Lees de voorwaarde en stem haar met de klant af.",
                        "Read the condition and settle it with the customer.");
            default -> said;
        };
    }

    static Reason cannotFollow(Reason why) {
        return new Reason(
                "following.cannot-look",
                "Wat er met verzonden facturen gebeurt, kan al lang niet bij eConnect worden nagekeken: " + why.dutch(),
                "What becomes of sent invoices could not be looked up at eConnect for long: " + why.english(),
                why.adviceDutch(),
                why.adviceEnglish());
    }

    private static String because(String intro, String remarks) {
        return remarks.isEmpty() ? "" : intro + " " + remarks;
    }
}
