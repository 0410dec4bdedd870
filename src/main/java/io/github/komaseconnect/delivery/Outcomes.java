package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.folder.FileFailure;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;
import java.util.Set;

/** What outcomes are called and what their reasons become. */
final class Outcomes {
    /** Code of eConnect's refusal of a document whose receiver is in no network. */
    static final String NOT_REACHABLE = "econnect.not-reachable";
    /** The PSB does not know to whom this document is to go. */
    static final String UNKNOWN_RECEIVER = "econnect.unknown-receiver";

    /** Code of what a gateway says that the company has left. */
    static final String FORMER_GATEWAY = "delivery.former-gateway";

    /** Refusals of this one document, after log-in: they show that the channel itself works. */
    private static final Set<String> OF_ONE_DOCUMENT = Set.of(
            "econnect.xml", "econnect.not-reachable", "econnect.rules", "mail.recipient-refused", "mail.refused");

    /** The name of the outcome of an attempt that never had its turn. */
    static final String NOT_TRIED = "NOT_TRIED";

    /** The name of an outcome in doubt. */
    static final String IN_DOUBT = "IN_DOUBT";

    private Outcomes() {}

    static String name(AttemptOutcome outcome) {
        if (outcome instanceof AttemptOutcome.Delivered || outcome instanceof AttemptOutcome.DeliveredBefore) {
            return "DELIVERED";
        }
        if (outcome instanceof AttemptOutcome.UnderWay) {
            return "HANDED_OVER";
        }
        if (outcome instanceof AttemptOutcome.Rejected) {
            return "REJECTED";
        }
        if (outcome instanceof AttemptOutcome.Temporary) {
            return "TEMPORARY";
        }
        if (outcome instanceof AttemptOutcome.NotTried) {
            return NOT_TRIED;
        }
        if (outcome instanceof AttemptOutcome.NotReachable) {
            return "NOT_REACHABLE";
        }
        return outcome instanceof AttemptOutcome.Blocked ? "BLOCKED" : IN_DOUBT;
    }

    static Optional<Reason> reason(AttemptOutcome outcome) {
        if (outcome instanceof AttemptOutcome.DeliveredBefore before) {
            return Optional.of(acceptedBefore(before.reference()));
        }
        if (outcome instanceof AttemptOutcome.Rejected rejected) {
            return Optional.of(rejected.reason());
        }
        if (outcome instanceof AttemptOutcome.NotReachable not) {
            return Optional.of(not.nobody().answer());
        }
        if (outcome instanceof AttemptOutcome.Temporary temporary) {
            return Optional.of(temporary.reason());
        }
        if (outcome instanceof AttemptOutcome.Blocked blocked) {
            return Optional.of(blocked.reason());
        }
        if (outcome instanceof AttemptOutcome.NotTried not) {
            return Optional.of(not.reason());
        }
        return outcome instanceof AttemptOutcome.InDoubt inDoubt ? Optional.of(inDoubt.reason()) : Optional.empty();
    }

    static boolean isOfOneDocument(Reason refusal) {
        return OF_ONE_DOCUMENT.contains(refusal.code());
    }

    /** It may have gone out, and the company wants it sent once more then. */
    static Reason sentAgain(Reason reason) {
        return Reason.of(
                reason.code(),
                reason.dutch()
                        + " Hij wordt nog eens verstuurd (in-doubt=resend), ook al is hij misschien al aangekomen.",
                reason.english() + " It is sent once more (in-doubt=resend), even though it may have arrived.");
    }

    /** The proof of a delivery; empty for every other outcome. */
    static String reference(AttemptOutcome outcome) {
        if (outcome instanceof AttemptOutcome.Delivered delivered) {
            return delivered.reference();
        }
        if (outcome instanceof AttemptOutcome.UnderWay underWay) {
            return underWay.reference();
        }
        return outcome instanceof AttemptOutcome.DeliveredBefore before ? before.reference() : "";
    }

    /** The gateway recognised the document by its id. */
    static Reason acceptedBefore(String reference) {
        return Reason.of(
                "econnect.accepted-before",
                "eConnect had deze factuur al eerder aangenomen (" + reference + "): een eerdere poging was dus toch"
                        + " aangekomen. Ze is niet nog eens verstuurd.",
                "eConnect had accepted this invoice before (" + reference
                        + "): an earlier attempt had arrived after all. It was not sent again.");
    }

    /** eConnect itself spoke of the document under our id. */
    static Reason acceptedAsTold(String topic, String documentId) {
        return Reason.of(
                "econnect.accepted-as-told",
                "eConnect meldt zelf iets over deze factuur (" + topic + ", document " + documentId
                        + "): die was dus toch aangenomen. Ze wordt niet nog eens verstuurd.",
                "eConnect itself tells of this invoice (" + topic + ", document " + documentId
                        + "): it had been accepted after all. It is not sent again.");
    }

    /** The gateway that the company used before refuses to go on: nothing is known to be wrong with the present one. */
    static Reason formerGateway(Reason reason, Gateway former) {
        return new Reason(
                FORMER_GATEWAY,
                "Deze factuur is begonnen via " + former.word()
                        + " van eConnect, die het bedrijf nu niet meer gebruikt: " + reason.dutch(),
                "This invoice was begun by eConnect's " + former.word() + ", which the company does not use any more: "
                        + reason.english(),
                "Verstuur hem langs de huidige weg met: komas-econnect reroute ID --by peppol. Of zet de instellingen van "
                        + former.word() + " terug en geef retry.",
                "Send it by the present way with: komas-econnect reroute ID --by peppol. Or put the settings of "
                        + former.word() + " back and order a retry.");
    }

    /** eConnect's reply to a document as the outcome of an attempt. */
    static AttemptOutcome of(Reply<Accepted> reply) {
        if (reply instanceof Reply.Done<Accepted> done) {
            String id = done.value().externalId();
            return switch (done.value().first()) {
                case NOW -> new AttemptOutcome.Delivered(id);
                case BEFORE -> new AttemptOutcome.DeliveredBefore(id);
            };
        }
        if (reply instanceof Reply.Refused<Accepted> refused) {
            return new AttemptOutcome.Rejected(refused.reason());
        }
        if (reply instanceof Reply.Temporary<Accepted> temporary) {
            return new AttemptOutcome.Temporary(temporary.reason(), temporary.retryAfter());
        }
        if (reply instanceof Reply.Blocked<Accepted> blocked) {
            return new AttemptOutcome.Blocked(blocked.reason());
        }
        return new AttemptOutcome.InDoubt(((Reply.InDoubt<Accepted>) reply).reason(), reply.restAskedFor());
    }

    static Reason gaveUp(Reason last) {
        return new Reason(
                "delivery.gave-up",
                "Verzenden is te lang niet gelukt en wordt niet meer vanzelf geprobeerd. De laatste keer: "
                        + last.dutch(),
                "Sending has failed for too long and is no longer tried by itself. The last time: " + last.english(),
                "Los de oorzaak op en geef dan de opdracht retry, of kies met reroute een andere verzendmethode.",
                "Solve the cause and then order a retry, or choose another sending method by reroute.");
    }

    static Reason resolveByHand(Reason doubt) {
        return new Reason(
                "delivery.in-doubt",
                doubt.dutch()
                        + " Het is niet te achterhalen of deze factuur is aangekomen, dus wordt ze niet vanzelf nog eens"
                        + " verstuurd.",
                doubt.english()
                        + " It cannot be found out whether this invoice arrived, so it is not sent again by itself.",
                "Kijk na (bij eConnect, verzonden post, printmap, of vraag de klant) en geef dan: komas-econnect resolve ID --sent als hij"
                        + " aangekomen is, of komas-econnect resolve ID --send-again als dat niet zo is.",
                "Check (at eConnect, sent mail, print folder, or ask the customer) and then run: komas-econnect resolve ID --sent if it"
                        + " arrived, or komas-econnect resolve ID --send-again if it did not.");
    }

    static Reason neverArrives() {
        return Reason.of(
                "econnect.never-arrives",
                "eConnect gaf telkens geen bruikbaar antwoord, en daarna bleek de factuur niet bij eConnect te staan.",
                "Each time eConnect gave no usable answer, and then turned out not to have the invoice.");
    }

    static Reason cannotLook(Reason last) {
        return Reason.of(
                "delivery.in-doubt",
                "Of de factuur bij eConnect is aangekomen kon al die tijd niet nagekeken worden. De laatste keer: "
                        + last.dutch(),
                "Whether the invoice arrived at eConnect could not be looked up all this time. The last time: "
                        + last.english());
    }

    static Reason unexpected(Exception failure) {
        return Reason.of(
                "delivery.unexpected",
                "Er ging iets onverwacht mis in het programma (" + failure + "); zie het logbestand.",
                "Something unexpected went wrong in the program (" + failure + "); see the log.");
    }

    static Reason archiveGone(Exception failure) {
        FileFailure what = FileFailure.of(failure);
        return Reason.of(
                "delivery.archive",
                "Het archief kan niet gebruikt worden, en zonder archief gaat er niets weg: " + what.dutch(),
                "The archive cannot be used, and nothing leaves without it: " + what.english());
    }

    /** What put its channel to rest before its turn came. */
    static Reason notTried(Reason rest) {
        return Reason.of(
                "delivery.not-tried",
                "Niet verstuurd: voordat deze factuur aan de beurt was, moest het versturen stoppen. " + rest.dutch(),
                "Not sent: before this invoice had its turn, sending had to stop. " + rest.english());
    }

    static Reason noTurn() {
        return Reason.of(
                "delivery.not-tried",
                "Niet verstuurd: het programma stopte, of het wachten duurde te lang, voordat deze factuur aan de beurt was.",
                "Not sent: the program stopped, or it waited too long, before this invoice had its turn.");
    }

    static Reason crashed(int attempt) {
        return Reason.of(
                "delivery.interrupted",
                "Poging " + attempt + " werd onderbroken doordat het programma stopte.",
                "Attempt " + attempt + " was interrupted because the program stopped.");
    }
}
