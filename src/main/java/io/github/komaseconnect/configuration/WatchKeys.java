package io.github.komaseconnect.configuration;

import io.github.komaseconnect.configuration.KnownKey.Nature;
import java.util.List;

/** The settings of what is watched, and of who can see how it goes. */
final class WatchKeys {
    private WatchKeys() {}

    static List<KnownKey> ofInstallation() {
        return List.of(
                key(
                        "watch.refresh",
                        "1h",
                        "People are told when purchase invoices were not fetched so long after a moment of the schedule. `off`, here as with all of `watch.*`: never.",
                        "Er komt een alarm als inkoopfacturen zo lang na een moment van het schema niet zijn opgehaald. `off`, hier en bij alle `watch.*`: nooit."),
                key(
                        "watch.silence",
                        "5d",
                        "People are told when nothing was received for so long, and for twice as long as usual in the last 90 days. Weekends and holidays do not count.",
                        "Er komt een alarm als zo lang niets is ontvangen, en tweemaal zo lang als gewoonlijk in de laatste 90 dagen. Weekenden en feestdagen tellen niet mee."),
                key(
                        "watch.deliveries",
                        "24h",
                        "People are told when an invoice has been on its way (waiting, in doubt, tried again) for so long.",
                        "Er komt een alarm als een factuur zo lang onderweg is (wachtend, in twijfel, opnieuw geprobeerd)."),
                key(
                        "watch.held",
                        "3d",
                        "People are told when an invoice has been held for so long and nobody did anything about it.",
                        "Er komt een alarm als een factuur zo lang is vastgehouden en niemand er iets mee deed."),
                key(
                        "watch.import",
                        "2d",
                        "People are told when Komas did not take an invoice out of the import folder for so long. Weekends and holidays do not count.",
                        "Er komt een alarm als Komas een factuur zo lang niet uit de importmap haalt. Weekenden en feestdagen tellen niet mee."),
                key(
                        "watch.print",
                        "2d",
                        "People are told when a PDF has been in the print spool for so long. Weekends and holidays do not count.",
                        "Er komt een alarm als een PDF zo lang in de spoolmap ligt. Weekenden en feestdagen tellen niet mee."),
                key(
                        "watch.gaps",
                        "1d",
                        "People are told when an invoice number that was left out did not come for so long. For those that are fine: `komas-econnect gaps`.",
                        "Er komt een alarm als een overgeslagen factuurnummer zo lang niet komt. Voor nummers waarmee niets mis is: `komas-econnect gaps`."),
                key(
                        "disk.warn",
                        "2GB",
                        "People are told when a disk has less room than this left (`off`: never).",
                        "Er komt een alarm als op een schijf minder ruimte over is (`off`: nooit)."),
                key(
                        "health.port",
                        "",
                        "Port on which `GET /health` tells how it goes, for monitoring. Empty: nothing listens.",
                        "Poort waarop `GET /health` vertelt hoe het gaat, voor bewaking. Leeg: er luistert niets."),
                key(
                        "health.host",
                        "127.0.0.1",
                        "Address on which it listens; `0.0.0.0` is every address of this computer, without log-in.",
                        "Adres waarop het luistert; `0.0.0.0` is elk adres van deze computer, zonder aanmelding."));
    }

    static List<KnownKey> ofCompany() {
        return List.of(
                company("refresh"),
                company("silence"),
                company("deliveries"),
                company("held"),
                company("import"),
                company("print"),
                company("gaps"));
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(name, Nature.OPTIONAL, defaultValue, english, dutch);
    }

    private static KnownKey company(String name) {
        String common = "`watch." + name + "`";
        return key(KnownKey.COMPANY_PREFIX + "watch." + name, "", "Empty: " + common + ".", "Leeg: " + common + ".");
    }
}
