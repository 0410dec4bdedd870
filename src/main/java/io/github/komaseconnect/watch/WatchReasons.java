package io.github.komaseconnect.watch;

import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the watches tell people. */
final class WatchReasons {
    private WatchReasons() {}

    static Reason lateRefresh(Instant last) {
        return new Reason(
                "watch.refresh",
                "Sinds " + DutchTime.minute(last)
                        + " zijn er geen inkoopfacturen opgehaald, hoewel dat volgens het schema had" + " gemoeten.",
                "Since " + DutchTime.minute(last)
                        + " no purchase invoices were fetched, although the schedule wanted it.",
                "Kijk met komas-econnect status of er een storing of een pauze is; internet, de koppelsleutels en het"
                        + " logbestand zeggen meer. Het wordt steeds opnieuw geprobeerd.",
                "See with komas-econnect status whether there is a trouble or a pause; the internet connection, the keys and"
                        + " the log say more. It is tried again and again.");
    }

    static Reason silent(Instant last) {
        return new Reason(
                "watch.silence",
                "Sinds " + DutchTime.day(last)
                        + " is er geen enkele inkoopfactuur ontvangen; zo lang duurt dat anders nooit.",
                "Since " + DutchTime.day(last)
                        + " not a single purchase invoice was received; it never takes that long.",
                "Kijk bij eConnect of het account nog facturen ontvangt (registratie in Peppol, Company ID) en vraag zo nodig een"
                        + " leverancier. Klopt het, dan hoeft u niets te doen.",
                "See at eConnect whether the account still receives invoices (registration in Peppol, Company ID), and ask a"
                        + " supplier if need be. If it is right, there is nothing to do.");
    }

    static Reason oldDeliveries(Duration limit) {
        return new Reason(
                "watch.deliveries",
                "Facturen zijn al langer dan " + dutch(limit) + " onderweg en nog niet klaar.",
                "Invoices have been on their way for more than " + english(limit) + " and are not done.",
                "Kijk met komas-econnect show KENMERK waar ze op wachten. Het programma blijft het proberen.",
                "See with komas-econnect show ID what they wait for. The program keeps trying.");
    }

    static Reason oldHeld(Duration limit) {
        return new Reason(
                "watch.held",
                "Facturen zijn al langer dan " + dutch(limit) + " vastgehouden; ze gaan niet vanzelf verder.",
                "Invoices have been held for more than " + english(limit) + "; they do not go on by themselves.",
                "Lees de reden (….reason.txt in de map held, of komas-econnect status --check) en doe wat daar staat, of annuleer"
                        + " ze met komas-econnect cancel.",
                "Read the reason (….reason.txt in the held folder, or komas-econnect status --check) and do what it says, or"
                        + " cancel them with komas-econnect cancel.");
    }

    static Reason unreadImport(Path folder) {
        return new Reason(
                "watch.import",
                "Komas haalt de inkoopfacturen niet op: er liggen bestanden te lang in de map import (" + folder + ").",
                "Komas does not take the purchase invoices: files have been in the import folder for too long ("
                        + folder + ").",
                "Kijk in Komas of achtergrondjob IU01 (4191) nog loopt en op deze map staat, en of hij over een factuur"
                        + " struikelt.",
                "See in Komas whether background job IU01 (4191) still runs and reads this folder, and whether an invoice stops"
                        + " it.");
    }

    static Reason unreadSpool(Path folder) {
        return new Reason(
                "watch.print",
                "Er liggen facturen te lang in de map print-spool (" + folder + "); de klanten hebben ze nog niet.",
                "Invoices have been in the print-spool folder for too long (" + folder
                        + "); the customers do not have them.",
                "Print ze, verstuur ze en haal ze daarna uit de map weg.",
                "Print and post them, and then take them out of the folder.");
    }

    static Reason gaps() {
        return new Reason(
                "watch.gaps",
                "Er ontbreken factuurnummers: latere nummers zijn wel uit Komas gekomen, deze niet.",
                "Invoice numbers are missing: later ones came out of Komas, these did not.",
                "Kijk in Komas of deze facturen bestaan en exporteer ze alsnog. Horen ze er niet te zijn (vervallen, of zelf"
                        + " verstuurd), geef dan: komas-econnect gaps BEDRIJF --accept NUMMER",
                "See in Komas whether these invoices exist and export them. If they should not be there (void, or sent by"
                        + " yourself), run: komas-econnect gaps COMPANY --accept NUMBER");
    }

    static Reason disk(Path folder, long free, long warn) {
        return new Reason(
                "watch.disk",
                "De schijf van " + folder + " raakt vol: nog " + size(free) + " vrij, minder dan " + size(warn)
                        + " (disk.warn).",
                "The disk of " + folder + " is filling up: " + size(free) + " left, less than " + size(warn)
                        + " (disk.warn).",
                "Maak ruimte. Is de schijf vol, dan wordt er niets meer opgehaald of opgepakt tot er weer plaats is.",
                "Make room. When the disk is full, nothing is fetched or picked up until there is room again.");
    }

    static Reason hangs() {
        return new Reason(
                "watch.hangs",
                "Een map of netwerkschijf geeft al minuten geen antwoord; wat daarvan afhangt, staat stil.",
                "A folder or network drive has not answered for minutes; what depends on it stands still.",
                "Herstel de netwerkschijf of de verbinding ermee; daarna gaat het vanzelf verder.",
                "Restore the network drive or the connection to it; it then goes on by itself.");
    }

    private static String dutch(Duration time) {
        return time.toHours() < 48 ? time.toHours() + " uur" : time.toDays() + " dagen";
    }

    private static String english(Duration time) {
        return time.toHours() < 48 ? time.toHours() + " hours" : time.toDays() + " days";
    }

    private static String size(long bytes) {
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30))
                : bytes / (1L << 20) + " MB";
    }
}
