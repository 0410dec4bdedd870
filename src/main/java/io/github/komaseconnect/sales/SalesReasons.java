package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;

/** The reasons that have to do with invoice numbers and files seen before. */
final class SalesReasons {
    static final String NUMBER_USED = "sales.number-used";

    private SalesReasons() {}

    static Reason numberUsed(LedgerInvoice first) {
        String word = first.type().map(type -> type.dutch()).orElse("factuur");
        String english = first.type().map(type -> type.english()).orElse("invoice");
        return new Reason(
                NUMBER_USED,
                "Er is al een " + word + " met nummer " + first.number() + " ("
                        + first.state().dutch() + ", aangenomen op " + DutchTime.minute(first.createdAt())
                        + "), maar met een andere inhoud.",
                "There is already an " + english + " with number " + first.number() + " ("
                        + first.state().english() + ", accepted on " + DutchTime.minute(first.createdAt())
                        + "), but with other content.",
                "Wat al verzonden is kan niet worden gewijzigd: maak een creditnota en een nieuwe factuur. Moet deze tóch "
                        + "verzonden worden, of is ze al op een andere manier verstuurd? Gebruik dan: komas-econnect resolve.",
                "What was sent cannot be changed: make a credit note and a new invoice. Must this one be sent all the "
                        + "same, or was it sent some other way? Then use: komas-econnect resolve.");
    }

    /** The number was used by one that the buyer rejected: it is to be undone before another can take its place. */
    static Reason numberRejected(LedgerInvoice first, Followed answer) {
        Reason used = numberUsed(first);
        String on = answer.answerAt().map(at -> " op " + DutchTime.day(at)).orElse("");
        String onEnglish =
                answer.answerAt().map(at -> " on " + DutchTime.day(at)).orElse("");
        String why = answer.remarksDutch().isEmpty() ? "" : " (" + answer.remarksDutch() + ")";
        String whyEnglish = answer.remarksEnglish().isEmpty() ? "" : " (" + answer.remarksEnglish() + ")";
        return new Reason(
                NUMBER_USED,
                used.dutch() + " De klant heeft die" + on + " afgewezen" + why + ".",
                used.english() + " The customer rejected that one" + onEnglish + whyEnglish + ".",
                "Eerst is een creditnota nodig voor de afgewezen factuur. Maak daarna liefst een factuur met een nieuw nummer; moet "
                        + "deze onder hetzelfde nummer weg, gebruik dan na de creditnota: komas-econnect resolve ID --send-again.",
                "First a credit note is needed for the rejected invoice. Then rather make an invoice with a new number; if this "
                        + "one must go out under the same number, run after the credit note: komas-econnect resolve ID "
                        + "--send-again.");
    }

    static Reason replaced(String byName) {
        return new Reason(
                "sales.replaced",
                "Vervangen door een nieuw bestand met hetzelfde nummer (" + byName + ").",
                "Replaced by a new file with the same number (" + byName + ").",
                "U hoeft niets te doen; dit bestand is niet verzonden.",
                "Nothing to do; this file was not sent.");
    }

    static Reason pdfUsed(String byName) {
        return new Reason(
                "sales.pdf-used",
                "Deze PDF kwam eerst zonder XML en is nu meegegaan met " + byName + ".",
                "This PDF came without XML at first and has now gone along with " + byName + ".",
                "U hoeft niets te doen.",
                "Nothing to do.");
    }
}
