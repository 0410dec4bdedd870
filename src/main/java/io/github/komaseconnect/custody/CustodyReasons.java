package io.github.komaseconnect.custody;

import io.github.komaseconnect.custody.CustodyVerdict.Cause;
import io.github.komaseconnect.reason.Reason;
import java.util.Locale;

/** What people are told when a company is stopped because of its folders. */
final class CustodyReasons {
    private static final String NOTHING_DUTCH = " Er wordt voor dit bedrijf niets opgehaald, opgepakt of verzonden.";
    private static final String NOTHING_ENGLISH = " Nothing is fetched, picked up or sent for this company.";

    private CustodyReasons() {}

    static Reason outOfReach(String what) {
        return new Reason(
                "custody.out-of-reach",
                "De map outbox is nu niet te lezen (" + what + "); zolang wacht dit bedrijf.",
                "The outbox folder cannot be read now (" + what + "); the company waits until it can.",
                "Herstel de map, de netwerkschijf of de rechten; daarna gaat het vanzelf verder.",
                "Restore the folder, the network drive or the permissions; it then goes on by itself.");
    }

    static Reason cannotMark(String what) {
        return new Reason(
                "custody.cannot-mark",
                "In de map outbox kan niet geschreven worden (" + what + "); zolang wacht dit bedrijf.",
                "The outbox folder cannot be written (" + what + "); the company waits until it can.",
                "Herstel de map, de netwerkschijf, de schijfruimte of de rechten; daarna gaat het vanzelf verder.",
                "Restore the folder, the network drive, the room on the disk or the permissions; it then goes on by itself.");
    }

    static Reason stopped(String company, Cause cause, String detail) {
        String code = "custody." + cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String in = detail.isBlank() ? "" : " (" + detail + ")";
        return switch (cause) {
            case FOREIGN ->
                reason(
                        code,
                        company,
                        "De mappen van dit bedrijf horen bij een andere administratie van komas-econnect" + in
                                + ". Deze administratie weet niet wat daar al verzonden en ontvangen is.",
                        "The folders of this company belong to another ledger of komas-econnect" + in
                                + ". This ledger does not know what was sent and received there.",
                        "Draait komas-econnect ook ergens anders voor deze mappen? Laat er dan één draaien. Is de oude "
                                + "administratie weg",
                        "Does komas-econnect run for these folders elsewhere too? Then keep one of them. Is the old ledger gone");
            case OLDER ->
                reason(
                        code,
                        company,
                        "De administratie is ouder dan de mappen: er is een reservekopie teruggezet. Wat daarna is verzonden of "
                                + "ontvangen, staat er niet in.",
                        "The ledger is older than the folders: a back-up was put back. What was sent or received since is not in "
                                + "it.",
                        "Hebt u een nieuwere reservekopie, zet die dan terug. Zo niet",
                        "If there is a newer back-up, put that one back. If not");
            case OTHER_COMPANY ->
                reason(
                        code,
                        company,
                        "Deze mappen waren in deze administratie van bedrijf " + detail + ", niet van " + company + ".",
                        "These folders belonged to company " + detail + " in this ledger, not to " + company + ".",
                        "Staat bij company." + company
                                + ".folder de goede map? Is het bedrijf alleen anders gaan heten",
                        "Is the folder at company." + company + ".folder the right one? Was the company only renamed");
            case COPY ->
                reason(
                        code,
                        company,
                        "Een kopie van deze administratie gebruikt deze mappen, of deed dat toen zij onverwacht ophield"
                                + in + ".",
                        "A copy of this ledger uses these folders, or did so when it ended unexpectedly" + in + ".",
                        "Kijk of komas-econnect daar nog draait en stop het dan. Als het daar niet meer draait",
                        "See whether komas-econnect still runs there, and stop it. If it does not run there any more");
            case SOMEBODY_ELSE ->
                reason(
                        code,
                        company,
                        "Een ander komas-econnect is deze mappen gaan gebruiken" + in
                                + ". Dit bedrijf is hier daarom stilgezet.",
                        "Another komas-econnect began to use these folders" + in
                                + ". The company was therefore stopped here.",
                        "Laat er één draaien en stop de andere. Moet deze het zijn",
                        "Keep one of them and stop the other. If it is to be this one");
            case DAMAGED ->
                reason(
                        code,
                        company,
                        "Het bestand " + detail
                                + " in de map outbox is beschadigd; het zegt bij welke administratie de mappen horen.",
                        "The file " + detail
                                + " in the outbox folder is damaged; it says to which ledger the folders belong.",
                        "Weet u zeker dat deze administratie bij deze mappen hoort",
                        "If you are sure that this ledger belongs to these folders");
            case USED_BEFORE ->
                reason(
                        code,
                        company,
                        "In de mappen outbox of sent staan al facturen, maar de administratie weet niets van dit bedrijf.",
                        "There are invoices in the folders outbox or sent, but the ledger knows nothing of this company.",
                        "Is de administratie (data/) kwijtgeraakt, zet dan een reservekopie terug. Is die er niet",
                        "If the ledger (data/) was lost, put a back-up back. If there is none");
        };
    }

    private static Reason reason(
            String code, String company, String dutch, String english, String adviceDutch, String adviceEnglish) {
        return new Reason(
                code,
                dutch + NOTHING_DUTCH,
                english + NOTHING_ENGLISH,
                adviceDutch + ", geef dan: komas-econnect adopt " + company
                        + ". Dat kijkt eerst bij eConnect na wat er verzonden en ontvangen is (met --dry-run alleen kijken).",
                adviceEnglish + ": komas-econnect adopt " + company
                        + ". It first finds out at eConnect what was sent and received (--dry-run only looks).");
    }
}
