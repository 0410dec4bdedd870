package io.github.komaseconnect.bounce;

import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Locale;

/** What is told of mails that came back. */
final class BounceReasons {
    /** Code of the reason for which an invoice is held that came back. */
    static final String BOUNCED = "mail.bounced";

    private BounceReasons() {}

    static Reason bounced(Bounce bounce, Delivery delivery) {
        List<String> reached = others(bounce, delivery);
        String alsoDutch = reached.isEmpty()
                ? ""
                : " Van de andere geadresseerden (" + String.join(", ", reached) + ") kwam geen bericht terug.";
        String alsoEnglish =
                reached.isEmpty() ? "" : " Nothing came back of the others (" + String.join(", ", reached) + ").";
        return Reason.of(
                        BOUNCED,
                        "De mail met deze factuur kwam terug: hij kon niet worden bezorgd bij " + to(bounce, delivery)
                                + ". De mailserver zegt: \"" + words(bounce, "niets") + "\"." + alsoDutch,
                        "The mail with this invoice came back: it could not be delivered to " + to(bounce, delivery)
                                + ". The mail server says: \"" + words(bounce, "nothing") + "\"." + alsoEnglish)
                .advise(
                        "Vraag de klant naar het juiste adres, verbeter het bij de relatie (kolom e-mail) en bied de factuur"
                                + " opnieuw aan (retry), of verzend hem anders (reroute). Kreeg de klant hem toch, geef dan"
                                + " resolve ID --sent.",
                        "Ask the customer for the right address, correct it at the relation (column e-mail) and send the"
                                + " invoice again (retry), or another way (reroute). If the customer has it after all, give"
                                + " resolve ID --sent.");
    }

    /** For the history of an invoice that does not wait for it any more. */
    static Reason later(Bounce bounce, Delivery delivery) {
        return Reason.of(
                BOUNCED,
                "Mail teruggekomen: niet bezorgd bij " + to(bounce, delivery) + ": \"" + words(bounce, "-") + "\".",
                "Mail came back: not delivered to " + to(bounce, delivery) + ": \"" + words(bounce, "-") + "\".");
    }

    static Reason delayed(Bounce bounce, Delivery delivery) {
        return Reason.of(
                "mail.delayed",
                "De mail aan " + to(bounce, delivery) + " is vertraagd; de mailserver probeert het nog: \""
                        + words(bounce, "-") + "\".",
                "The mail to " + to(bounce, delivery) + " is delayed; the mail server still tries: \""
                        + words(bounce, "-") + "\".");
    }

    static Reason copy(Bounce bounce) {
        String to = String.join(", ", bounce.recipients());
        return Reason.of(
                        "mail.copy-bounced",
                        "De kopie van facturen aan " + to + " (mail.cc of mail.bcc) komt terug: \"" + words(bounce, "-")
                                + "\". Klanten kregen hun factuur wel.",
                        "The copy of invoices to " + to + " (mail.cc or mail.bcc) comes back: \"" + words(bounce, "-")
                                + "\". Customers did get their invoices.")
                .advise("Verbeter het adres bij mail.cc of mail.bcc.", "Correct the address at mail.cc or mail.bcc.");
    }

    static Reason mailbox(Mailbox mailbox, String fault) {
        return Reason.of(
                        "mail.bounces",
                        "De mailbox voor teruggekomen mail " + mailbox.place() + " is niet te lezen: "
                                + OneLine.of(fault, 300) + ".",
                        "The mailbox for mails that come back " + mailbox.place() + " cannot be read: "
                                + OneLine.of(fault, 300) + ".")
                .advise(
                        "Controleer mail.bounces en mail.bounces-password (of mail.oauth2). Het wordt steeds opnieuw geprobeerd;"
                                + " de mails blijven staan.",
                        "Check mail.bounces and mail.bounces-password (or mail.oauth2). It is tried again and again; the mails"
                                + " stay where they are.");
    }

    private static String to(Bounce bounce, Delivery delivery) {
        List<String> whom =
                bounce.recipients().isEmpty() ? delivery.destination().addresses() : bounce.recipients();
        return String.join(", ", whom);
    }

    private static List<String> others(Bounce bounce, Delivery delivery) {
        if (bounce.recipients().isEmpty()) {
            return List.of();
        }
        List<String> all = delivery.destination().addresses();
        boolean named = all.stream().anyMatch(one -> bounce.recipients().contains(one.toLowerCase(Locale.ROOT)));
        return named
                ? all.stream()
                        .filter(one -> !bounce.recipients().contains(one.toLowerCase(Locale.ROOT)))
                        .toList()
                : List.of();
    }

    private static String words(Bounce bounce, String none) {
        return bounce.words().isBlank() ? none : bounce.words();
    }
}
